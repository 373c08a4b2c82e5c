package org.evenhand.review.sample;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * That somebody was away: sick, on leave, with a child. Raters must not even know that there was
 * something, whatever word is used for it. Only where a word also means something else ({@code
 * leave the team}, {@code sick of waiting}, {@code in the absence of data}) what stands beside it
 * decides.
 */
final class Absences {

  private static final String KIND =
      "(?:long[- ]term|short[- ]term|extended|prolonged|maternity|paternity|mat|pat|parental|shared"
          + "|sick|medical|family|adoption|bereavement|annual|compassionate|care|carer['\\u2019]?s?"
          + "|childcare|unpaid|paid|special|gardening|garden|study|educational|stress|disability|personal|statutory|military|marriage|emergency|elder[-"
          + " ]?care|pregnancy|health|burnout)";

  /** After these words «leave» is a thing that one has, not something that one does. */
  private static final String BEFORE_THE_NOUN =
      "(?:from|after|before|during|until|since|of|without|the|a|an|any|his|her|their|my|took|take"
          + "|takes|taking|taken|had|requested|granted|extended|long|months'|weeks')";

  private static final List<Pattern> FORMS =
      List.of(
          form("(?:on (?:a )?)?leaves? of absence"),
          form(
              "(?:on )?(?:"
                  + KIND
                  + "\\.?[ -]+)+(?:leaves?|absences?|cover|breaks?|pay|period|time off)(?:"
                  + " (?:cover|periods?|requests?))?|sickleave"),
          form(
              "on leave|(?<="
                  + BEFORE_THE_NOUN
                  + " )leaves?(?! (?:it|them|him|her|us|me|that)\\b)"),
          form(
              "leave (?:requests?|periods?|cover|entitlement|applications?)|leave(?="
                  + " (?:was|is|were|had been) (?:granted|approved|taken|extended|agreed))"),
          form("(?:maternity|paternity|pregnan(?:t|cy|cies)|miscarriages?|breastfeeding|newborn)"),
          form("(?:gave|giving|give) birth|(?:a |the |her |his |their )?new baby"),
          form("expecting (?:a|her|their|his) (?:\\w+ )?(?:baby|child)"),
          form("(?:on )?(?:the )?long[- ]term sick(?:ness)?"),
          form("(?:off|out|away|home|call(?:ed|s|ing)? in|sign(?:ed|s)? off|on the) (?:sick|ill)"),
          form(
              "(?:sick|sickness|fit|doctor['\\u2019]?s)["
                  + " -](?:notes?|days?|absences?|pay|certificates?|cover|record|line)"),
          form(
              "sickness|illness(?:es)?|ill[- ]health|hospitali[sz](?:ed|ation)|in"
                  + " hospital|chemotherapy"),
          form(
              "(?:had|after|before|following|for|from) (?:an? |the |her |his |their"
                  + " )?surgery|recover(?:ed|ing|y) (?:from|after) (?:an? |the |her |his |their"
                  + " )?(?:surgery|operation|accident|injury|[\\ue000-\\uf8ff])"),
          form(
              "(?<=(?:was|were|is|been|being|fell|fallen|feeling|felt|got|gets|became|taken|so|very|often|seriously)"
                  + " )(?:sick|ill|unwell)(?! of\\b|[- ](?:at"
                  + " ease|advised|defined|equipped|prepared|suited))"),
          form("burn[- ]?(?:out|outs|ed out)|convalesc\\w+|recuperat\\w+|rehabilitation"),
          form(
              "sign(?:ed|s)? off (?:work|for (?:\\w+ ){1,3}(?:weeks?|months?)|by"
                  + " (?:the|a|his|her|their) (?:doctor|gp))"),
          form("phased return(?: to work)?|return(?:ed|ing|s)? to work|back to work"),
          form(
              "(?:had|took|taken|taking|needed|on) (?:\\w+ )?time off|off work|time off"
                  + " (?:work|sick|for|due)"),
          form(
              "(?:was|were|been) (?:away|out) for (?:\\S+ ){1,4}?(?:weeks?|months?)|(?:off|absent)"
                  + " for (?:\\S+ ){1,4}?(?:weeks?|months?)"),
          form(
              "(?:was|were|been|is|often|frequently|repeatedly) absent|absenteeism|absent (?:from"
                  + " work|through)"),
          form(
              "(?<=(?:his|her|their|my|[\\ue000-\\uf8ff]['\\u2019]s)"
                  + " )(?:(?:long|short|frequent|repeated) )?absences?"),
          form(
              "(?:long|longer|prolonged|extended|frequent|repeated|medical|unexplained|authori[sz]ed)"
                  + " absences?|absences? from work"),
          form(
              "sabbaticals?|career breaks?|furlough(?:ed)?|jury (?:duty|service)|military"
                  + " service|reserve duty"),
          form(
              "bereave(?:d|ment)|funerals?|caring"
                  + " responsibilities|carer(?:['\\u2019]s|s['\\u2019])? (?:duties|days?)|childcare"
                  + " (?:problems?|issues?|duties|reasons)"),
          form(
              "(?:medical|health)"
                  + " (?:appointments?|reasons?|grounds|issues?|problems?|conditions?|certificates?|treatments?)|occupational"
                  + " health"),
          form("on (?:holidays?|vacation|sabbatical|furlough|parental|maternity|paternity)"),
          exact("LOA|LTS|FMLA|PTO|AWOL|RTW|OOO"));

  private Absences() {}

  /**
   * @param removed gives the sign that stands for what was taken out
   */
  static String removed(String text, UnaryOperator<String> removed) {
    String result = text;
    for (Pattern form : FORMS) {
      result = form.matcher(result).replaceAll(found -> removed.apply(found.group()));
    }
    return result;
  }

  private static Pattern form(String regex) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + regex + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
  }

  private static Pattern exact(String regex) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + regex + ")(?![\\p{L}\\p{N}])");
  }
}
