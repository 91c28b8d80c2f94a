import { z } from "zod";
import { Relation } from "./relation.ts";

export const disputesFormat = "entente-disputes/1";
export const disputeReasons = ["polarity", "date", "identity", "modality", "succession"] as const;
export const DisputeReason = z.enum(disputeReasons);
export type DisputeReason = z.infer<typeof DisputeReason>;

/** Accounts that cannot all be so, side by side. Neither is dropped because the other is newer. */
export const Dispute = z.object({
  id: z.string(),
  about: z.object({ relation: Relation, a: z.string(), b: z.string() }),
  reason: DisputeReason,
  sides: z.array(
    z.object({ says: z.string(), claims: z.array(z.string()), origins: z.number().int(), reports: z.number().int() }),
  ),
});
export type Dispute = z.infer<typeof Dispute>;

export const Disputes = z.object({ format: z.literal(disputesFormat), disputes: z.array(Dispute) });
export type Disputes = z.infer<typeof Disputes>;
