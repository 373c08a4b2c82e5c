package org.evenhand.review.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Countries by their English names, other names in use, and the codes by which people write them in
 * capitals. A code that is a word or an abbreviation too (IT, HR, IN) is a country only beside
 * another one.
 */
final class Countries {

  private static final Map<String, List<String>> OTHER_NAMES =
      Map.ofEntries(
          Map.entry(
              "GB", List.of("Britain", "Great Britain", "England", "Scotland", "Northern Ireland")),
          Map.entry("US", List.of("America", "United States of America")),
          Map.entry("NL", List.of("Holland", "Nederland")),
          Map.entry("DE", List.of("Deutschland")),
          Map.entry("CZ", List.of("Czech Republic")),
          Map.entry("TR", List.of("Turkey")),
          Map.entry("AE", List.of("Emirates", "United Arab Emirates")),
          Map.entry("KR", List.of("Korea")),
          Map.entry("CI", List.of("Ivory Coast")),
          Map.entry("MM", List.of("Burma")));

  private static final Map<String, String> SHORT_FORMS =
      Map.of(
          "UK", "GB", "U.K.", "GB", "U.K", "GB", "USA", "US", "U.S.A.", "US", "U.S.", "US", "U.S",
          "US", "UAE", "AE", "ROI", "IE");

  /** Codes that mean something else at least as often. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "AC", "AD", "AF", "AG", "AI", "AL", "AM", "AQ", "AR", "AS", "AT", "AX", "BA", "BB", "BE",
          "BI", "BM", "BS", "BY", "CA", "CC", "CD", "CF", "CI", "CM", "CO", "CR", "CV", "CX", "DJ",
          "DM", "DO", "EC", "ER", "FM", "FO", "GA", "GM", "GP", "GS", "GT", "HM", "HR", "ID", "IM",
          "IN", "IO", "IS", "IT", "JM", "KM", "LA", "LB", "LC", "LS", "MA", "MC", "MD", "ME", "MG",
          "MH", "MK", "ML", "MM", "MO", "MP", "MQ", "MR", "MS", "MT", "MV", "MW", "MY", "NA", "NC",
          "NE", "NF", "NO", "NP", "NR", "NU", "OM", "PA", "PE", "PF", "PM", "PN", "PR", "PS", "PT",
          "PW", "QA", "RE", "RS", "SA", "SB", "SC", "SD", "SE", "SH", "SI", "SL", "SM", "SO", "SR",
          "SS", "ST", "SV", "SX", "TC", "TD", "TF", "TG", "TH", "TK", "TL", "TM", "TN", "TO", "TT",
          "TV", "UM", "VA", "VC", "VG", "VI", "VU", "WF", "WS", "YE");

  private static final String CODES =
      Stream.concat(
              SHORT_FORMS.keySet().stream().map(Pattern::quote),
              Stream.of(Locale.getISOCountries()).filter(code -> !AMBIGUOUS.contains(code)))
          // The longest first, so that «U.S.A.» is not taken for «U.S» and a rest.
          .sorted((a, b) -> b.length() - a.length())
          .collect(Collectors.joining("|"));

  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + CODES + "|(?i:uk|usa|uae))(?![\\p{L}\\p{N}])");

  private static final String ANY_CODE = "(" + String.join("|", AMBIGUOUS) + ")";
  private static final String JOINED = "(?:,? (?:and|or|&) |, ?| ?/ ?| ?& ?| ?\\+ ?)";
  private static final Pattern AFTER_ANOTHER =
      Pattern.compile("(?<=[\\ue000-\\uf8ff]" + JOINED + ")" + ANY_CODE + "(?![\\p{L}\\p{N}])");
  private static final Pattern BEFORE_ANOTHER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + (ANY_CODE + "(?=" + JOINED + "[\\ue000-\\uf8ff])")
              + ("|(?<=\\b[Ff]rom )" + ANY_CODE + "(?= to [\\ue000-\\uf8ff]))"));

  private Countries() {}

  /** Every country by every name that is written in words, with its code. */
  static Stream<Term> names() {
    return Stream.of(Locale.getISOCountries())
        .flatMap(
            code ->
                Stream.concat(
                        Stream.of(new Locale("", code).getDisplayCountry(Locale.ENGLISH)),
                        OTHER_NAMES.getOrDefault(code, List.of()).stream())
                    .filter(name -> !name.equals(code))
                    .map(name -> Term.country(code, name)));
  }

  /**
   * Replaces codes.
   *
   * @param sign gives the placeholder, by the country's ISO code
   * @param isPlace whether a sign stands for a place
   */
  static String codesReplaced(
      String text, Function<String, String> sign, Function<Character, Boolean> isPlace) {
    String result =
        CODE.matcher(text)
            .replaceAll(
                code ->
                    sign.apply(
                        SHORT_FORMS.getOrDefault(
                            code.group().toUpperCase(Locale.ROOT), code.group())));
    BinaryOperator<String> place =
        (code, beside) -> isPlace.apply(beside.charAt(0)) ? sign.apply(code) : code;
    String before = result;
    result =
        AFTER_ANOTHER
            .matcher(before)
            .replaceAll(code -> place.apply(code.group(), lastSign(before, code.start())));
    String after = result;
    return BEFORE_ANOTHER
        .matcher(after)
        .replaceAll(code -> place.apply(code.group(), nextSign(after, code.end())));
  }

  private static String lastSign(String text, int at) {
    int index = at - 1;
    while (!Placeholders.isSign(text.charAt(index))) {
      index--;
    }
    return text.substring(index, index + 1);
  }

  private static String nextSign(String text, int at) {
    int index = at;
    while (!Placeholders.isSign(text.charAt(index))) {
      index++;
    }
    return text.substring(index, index + 1);
  }
}
