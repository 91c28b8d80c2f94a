import { z } from "zod";
import { Disputes } from "../dispute.ts";
import { Picture } from "../picture.ts";
import { Reading } from "../reading.ts";
import { Why } from "../why.ts";

/** The formats that Entente prints, by the name of their file. */
const formats = { reading: Reading, picture: Picture, disputes: Disputes, why: Why };

/** docs/schemas/<format>.schema.json: JSON Schema 2020-12 of each format that Entente prints. */
export function formatSchemas(): [name: string, schema: string][] {
  return Object.entries(formats).map(([name, format]) => [
    `${name}.schema.json`,
    `${JSON.stringify(z.toJSONSchema(format), null, 2)}\n`,
  ]);
}
