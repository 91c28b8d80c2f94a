import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.*;
import java.util.*;

/** Times Stanford CoreNLP, tokens to dependencies and entities, on a folder of .txt files. Prints one JSON line. */
public class CoreNlpSpeed {
  public static void main(String[] words) throws Exception {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(words[0]), "*.txt")) {
      found.forEach(files::add);
    }
    Collections.sort(files);
    List<Annotation> texts = new ArrayList<>();
    for (Path file : files) texts.add(new Annotation(Files.readString(file)));
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
    pipeline.annotate(new Annotation(Files.readString(files.get(0))));
    long start = System.nanoTime();
    pipeline.annotate(texts, Integer.parseInt(words[1]));
    double seconds = (System.nanoTime() - start) / 1e9;
    String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM")).findFirst().orElse("0").replaceAll("\\D", "");
    System.out.printf(Locale.ROOT, "{\"seconds\": %.2f, \"megabytes\": %d}%n", seconds, Long.parseLong("0" + peak) / 1024);
  }
}
