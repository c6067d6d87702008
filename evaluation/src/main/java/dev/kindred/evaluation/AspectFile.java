package dev.kindred.evaluation;

import dev.kindred.analyzers.language.EnglishReader;
import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import dev.kindred.analyzers.review.LabelledSentence;
import dev.kindred.analyzers.review.Sentiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Sentences with labelled aspect terms, in one of three forms: segments (three lines: the sentence
 * with {@code $T$} in place of a term, the term, -1, 0 or 1), MAMS XML ({@code aspectTerm} elements
 * with offsets), ACOS (sentence, then quadruples whose first part is the term's words as {@code
 * from,to} and whose third is 0, 1 or 2).
 */
public final class AspectFile {
  private static final String PLACE = "$T$";

  private final EnglishReader reader;

  public AspectFile(EnglishReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a file, whatever its form.
   *
   * @throws MalformedFileException if it is of none of the forms, or without sentences
   */
  public List<LabelledSentence> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String first = lines.stream().filter(l -> !l.isBlank()).findFirst().orElse("");
    List<LabelledSentence> sentences;
    if (first.startsWith("<")) {
      sentences = xml(file);
    } else if (first.contains("\t")) {
      sentences = quadruples(file, lines);
    } else if (first.contains(PLACE)) {
      sentences = segments(file, lines);
    } else {
      throw new MalformedFileException(
          file + " must be segments with $T$, MAMS XML or ACOS lines, got: " + first);
    }
    if (sentences.isEmpty()) {
      throw new MalformedFileException(file + " must have labelled sentences, got none");
    }
    return sentences;
  }

  private List<LabelledSentence> segments(Path file, List<String> lines)
      throws MalformedFileException {
    Map<String, Map<Sentence.Phrase, Sentiment>> bySentence = new LinkedHashMap<>();
    for (int i = 0; i + 2 < lines.size(); i += 3) {
      List<String> words = words(lines.get(i));
      List<String> term = words(lines.get(i + 1));
      int place = words.indexOf(PLACE);
      if (place < 0) {
        throw new MalformedFileException(file + " line " + (i + 1) + " must have $T$");
      }
      words.remove(place);
      words.addAll(place, term);
      bySentence
          .computeIfAbsent(String.join(" ", words), s -> new LinkedHashMap<>())
          .put(
              new Sentence.Phrase(place, place + term.size()),
              sentiment(file, i + 3, lines.get(i + 2), "-1"));
    }
    List<LabelledSentence> sentences = new ArrayList<>();
    bySentence.forEach((text, terms) -> sentences.add(labelled(reader.tagged(words(text)), terms)));
    return sentences;
  }

  private List<LabelledSentence> quadruples(Path file, List<String> lines)
      throws MalformedFileException {
    List<LabelledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t");
      Map<Sentence.Phrase, Sentiment> terms = new LinkedHashMap<>();
      for (int c = 1; c < cells.length; c++) {
        String[] parts = cells[c].strip().split(" ");
        String[] span = parts[0].split(",");
        int from = Integer.parseInt(span[0]);
        if (from >= 0) {
          terms.put(
              new Sentence.Phrase(from, Integer.parseInt(span[1])),
              sentiment(file, i + 1, parts[2], "0"));
        }
      }
      if (!cells[0].isBlank()) {
        sentences.add(labelled(reader.tagged(words(cells[0])), terms));
      }
    }
    return sentences;
  }

  private List<LabelledSentence> xml(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      NodeList nodes =
          factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("sentence");
      List<LabelledSentence> sentences = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        Element node = (Element) nodes.item(i);
        String text = node.getElementsByTagName("text").item(0).getTextContent();
        Optional<Sentence> sentence = reader.sentence(text);
        sentence.ifPresent(
            s -> sentences.add(labelled(s, terms(s, node.getElementsByTagName("aspectTerm")))));
      }
      return sentences;
    } catch (ParserConfigurationException | SAXException e) {
      throw new MalformedFileException(file + " must be XML: " + e.getMessage());
    }
  }

  private static Map<Sentence.Phrase, Sentiment> terms(Sentence sentence, NodeList nodes) {
    Map<Sentence.Phrase, Sentiment> terms = new LinkedHashMap<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element term = (Element) nodes.item(i);
      int start = Integer.parseInt(term.getAttribute("from"));
      int end = Integer.parseInt(term.getAttribute("to"));
      int from = -1;
      int to = -1;
      for (int t = 0; t < sentence.tokens().size(); t++) {
        Token token = sentence.tokens().get(t);
        if (token.end() > start && token.start() < end) {
          from = from < 0 ? t : from;
          to = t + 1;
        }
      }
      String polarity = term.getAttribute("polarity");
      if (from >= 0 && !polarity.equals("conflict")) {
        terms.put(
            new Sentence.Phrase(from, to),
            Sentiment.valueOf(polarity.toUpperCase(java.util.Locale.ROOT)));
      }
    }
    return terms;
  }

  private static LabelledSentence labelled(
      Sentence sentence, Map<Sentence.Phrase, Sentiment> terms) {
    List<LabelledSentence.Term> sorted = new ArrayList<>();
    terms.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> e.getKey().from()))
        .filter(e -> e.getKey().to() <= sentence.tokens().size())
        .forEach(e -> {
          boolean apart = sorted.isEmpty() || sorted.getLast().phrase().to() <= e.getKey().from();
          if (apart) {
            sorted.add(new LabelledSentence.Term(e.getKey(), e.getValue()));
          }
        });
    return new LabelledSentence(sentence, sorted);
  }

  private static List<String> words(String text) {
    return new ArrayList<>(List.of(text.strip().split("\\s+")));
  }

  private static Sentiment sentiment(Path file, int line, String value, String lowest)
      throws MalformedFileException {
    int step = Integer.parseInt(value.strip()) - Integer.parseInt(lowest);
    if (step < 0 || step > 2) {
      throw new MalformedFileException(
          file + " line " + line + " must have a sentiment of three, got " + value);
    }
    return Sentiment.values()[step];
  }
}
