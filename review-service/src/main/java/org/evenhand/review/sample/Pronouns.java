package org.evenhand.review.sample;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces English pronouns that tell a gender by those that do not. The verb after a subject
 * follows, where it is one of the few that would read wrong otherwise.
 */
final class Pronouns {

  private static final Pattern SUBJECT =
      Pattern.compile(
          "\\b(s?he)(?:['\\u2019](s|ll|d))?\\b(?: (is|was|has|does|isn['\\u2019]t|wasn['\\u2019]t"
              + "|hasn['\\u2019]t|doesn['\\u2019]t)\\b)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EITHER =
      Pattern.compile(
          "\\b(?:he/she|she/he|s/he|\\(s\\)he)(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
  private static final Pattern EITHER_OTHER =
      Pattern.compile("\\b(?:his/hers?|hers?/his|him/her|her/him)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER =
      Pattern.compile("\\b(himself|herself|him|hers|his|her)\\b", Pattern.CASE_INSENSITIVE);

  /** What after «her» or «his» shows that it stands alone: the end, or a word that owns nothing. */
  private static final Pattern ALONE =
      Pattern.compile(
          "^(?:\\s*$|\\s*[.,;:!?)\\]]|\\s+(?:a|about|after|again|all|an|and|as|at|because|before|but"
              + "|by|during|for|from|if|in|into|is|of|off|on|once|or|out|over|so|than|that|the|then"
              + "|through|to|too|twice|under|until|up|was|well|when|where|which|while|who|with"
              + "|without|yet)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> VERBS =
      Map.of(
          "is", "are", "was", "were", "has", "have", "does", "do", "isn't", "aren't", "wasn't",
          "weren't", "hasn't", "haven't", "doesn't", "don't");

  private Pronouns() {}

  static String replaced(String text) {
    String result = EITHER.matcher(text).replaceAll(match -> like(match.group(), "they"));
    result = EITHER_OTHER.matcher(result).replaceAll(match -> like(match.group(), "their"));
    result = subjects(result);
    Matcher matcher = OTHER.matcher(result);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      boolean alone = ALONE.matcher(result.substring(matcher.end())).find();
      matcher.appendReplacement(out, like(matcher.group(), other(matcher.group(), alone)));
    }
    return matcher.appendTail(out).toString();
  }

  private static String subjects(String text) {
    Matcher matcher = SUBJECT.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String subject = like(matcher.group(1), "they");
      String contracted = matcher.group(2);
      String verb = matcher.group(3);
      String ending =
          contracted == null ? "" : contracted.equalsIgnoreCase("s") ? "'re" : "'" + contracted;
      String agreeing =
          verb == null
              ? ""
              : " "
                  + VERBS.getOrDefault(
                      verb.replace('\u2019', '\'').toLowerCase(java.util.Locale.ROOT), verb);
      matcher.appendReplacement(out, Matcher.quoteReplacement(subject + ending + agreeing));
    }
    return matcher.appendTail(out).toString();
  }

  private static String other(String pronoun, boolean alone) {
    return switch (pronoun.toLowerCase(java.util.Locale.ROOT)) {
      case "himself", "herself" -> "themself";
      case "him" -> "them";
      case "hers" -> "theirs";
      case "his" -> alone ? "theirs" : "their";
      default -> alone ? "them" : "their";
    };
  }

  /** With a capital where the original had one. */
  private static String like(String original, String word) {
    int first = original.codePoints().filter(Character::isLetter).findFirst().orElse('a');
    return Character.isUpperCase(first)
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }
}
