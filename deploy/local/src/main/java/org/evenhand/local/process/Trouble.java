package org.evenhand.local.process;

import java.nio.file.Path;

/**
 * Something that ends the run. The message is one sentence for the person at the terminal: what
 * happened, and where to look.
 */
public class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  public Trouble(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public Trouble(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  public final String sentence() {
    return sentence;
  }

  public static Trouble inPart(String part, String happened, Path log) {
    return new Trouble(part + " " + happened + "; its log: " + log);
  }
}
