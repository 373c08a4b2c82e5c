package org.evenhand.review.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that are also names (Will, May, Grace), and words that make a name without being one (van,
 * de). The lists are files beside this class, one line per letter.
 */
final class CommonWords {

  private static final Set<String> WORDS = read("common-words.txt");
  private static final Set<String> PARTICLES = read("name-particles.txt");
  private static final Set<String> LIKE_LOGINS = read("words-like-logins.txt");
  private static final Set<String> AFTER_A_WORD = read("words-after-a-word.txt");

  private CommonWords() {}

  /** Whether a folded word is found in ordinary text too. */
  static boolean isWord(String folded) {
    return WORDS.contains(folded);
  }

  /** Whether what may be an initial with a family name is an ordinary word too. */
  static boolean isLikeLogin(String folded) {
    return WORDS.contains(folded) || LIKE_LOGINS.contains(folded);
  }

  /** Whether a folded word gives nobody away by itself. */
  static boolean isParticle(String folded) {
    return PARTICLES.contains(folded);
  }

  /** Whether what stands before this word is hardly a name: {@code Will the team …}. */
  static boolean followsAWord(String folded) {
    return AFTER_A_WORD.contains(folded);
  }

  private static Set<String> read(String file) {
    try (InputStream in = CommonWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not beside its class");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> java.util.Arrays.stream(line.trim().split("\\s+")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
