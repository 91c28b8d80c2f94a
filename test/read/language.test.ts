import { describe, expect, test } from "vitest";
import { readReport } from "../../src/read/read-report.ts";
import { captureId } from "../../src/terms/index.ts";

const stories: Record<string, string> = {
  de: "Der Rat der Stadt hat am Freitag mit einer Stimme Mehrheit beschlossen, den Bund der neun Häfen zu verlassen, der seit der Flut die Abgaben teilt. Die Sekretärin des Bundes sagte am Abend, ein Mitglied könne nur mit Zustimmung von sechs anderen gehen.",
  fr: "Le conseil du port a voté vendredi de quitter la ligue des neuf ports, qui partage les droits et les dragues depuis les inondations. La secrétaire de la ligue a déclaré dans la soirée que le vote ne changeait rien.",
  es: "El consejo del puerto votó el viernes a favor de abandonar la liga de los nueve puertos, que comparte las tasas y las dragas desde las inundaciones. La secretaria de la liga dijo por la noche que la votación no cambia nada.",
  ru: "Совет порта проголосовал в пятницу за выход из союза девяти портов, который делит сборы со времён наводнения в городе. Секретарь союза заявила вечером, что это голосование ничего не меняет и что уйти можно только с согласия шести других.",
  ar: "صوت مجلس الميناء يوم الجمعة على الخروج من رابطة الموانئ التسعة التي تتقاسم الرسوم منذ الفيضانات الكبيرة في المدينة. وقالت أمينة الرابطة في المساء إن التصويت لا يغير شيئا وإن الخروج لا يكون إلا بموافقة ستة أعضاء آخرين.",
  fa: "شورای بندر روز جمعه به خروج از اتحادیه نه بندر رای داد که از زمان سیل عوارض را میان خود تقسیم می‌کند. دبیر اتحادیه شامگاه گفت که این رای چیزی را تغییر نمی‌دهد و خروج تنها با موافقت شش عضو دیگر ممکن است.",
  zh: "港口委员会星期五投票决定退出九港联盟，该联盟自洪水以来一直分担港口费用和疏浚船。秘书长晚间表示，未经六个成员同意，任何成员都不得离开，这次投票没有改变任何事情。",
  tr: "Liman meclisi cuma günü, selden bu yana harçları paylaşan dokuz limanlık birlikten ayrılma kararı aldı. Birliğin sekreteri akşam saatlerinde oylamanın hiçbir şeyi değiştirmediğini ve ayrılmanın ancak altı üyenin onayıyla mümkün olduğunu söyledi.",
  en: "The harbour council voted on Friday to leave the league of nine ports that has shared dues and dredgers since the floods came to the town. The secretary of the league said in the evening that the vote changed nothing.",
};

const read = (content: string, mediaType: string) => {
  const bytes = new TextEncoder().encode(content);
  return readReport({ id: captureId(bytes), name: "page", source: {}, bytes, captured: null, mediaType }).value;
};
const page = (language: string, text: string) =>
  `<html lang="${language}"><head><title>Harbour</title></head><body><h1>Harbour</h1><p>${text}</p></body></html>`;

describe("the language of a report", () => {
  test.each(Object.entries(stories))("%s is told from plain text, and the text is kept", (language, text) => {
    const report = read(text, "text/plain");
    expect(report.language).toBe(language);
    expect(report.text).toBe(text);
    expect(report.parts.some(({ kind }) => kind === "lead")).toBe(true);
    expect(report.notes.some(({ code }) => code === "language.not-english")).toBe(language !== "en");
  });
  test("is what the page declares, where its letters do not speak against it", () => {
    expect(read(page("en-GB", stories.en!), "text/html").language).toBe("en");
    expect(read(page("de-AT", stories.de!), "text/html").language).toBe("de");
  });
  test("is told by the letters when the template says English and the story is not", () => {
    expect(read(page("en-US", stories.de!), "text/html").language).toBe("de");
    expect(read(page("en", stories.ru!), "text/html").language).toBe("ru");
  });
  test("is unknown where a few words say nothing", () => {
    expect(read("Live", "text/plain").language).toBeNull();
  });
});
