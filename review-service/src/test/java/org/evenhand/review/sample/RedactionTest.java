package org.evenhand.review.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedactionTest {

  private static final KnownPerson ZOE = near(1, "Zoë", "Brontë", "zoe@linden.example");
  private static final KnownPerson LUKASZ =
      near(2, "Łukasz", "Wiśniewski", "lukasz@linden.example");
  private static final KnownPerson WILL = near(3, "Will", "Chase", "will@linden.example");
  private static final KnownPerson MAY = near(4, "May", "Long", "may@linden.example");
  private static final KnownPerson GRACE = far(5, "Grace", "Okonkwo");
  private static final KnownPerson ANNE_MARIE = near(6, "Anne-Marie", "Smith-Jones", null);
  private static final KnownPerson NIAMH = near(7, "Niamh", "O'Brien", null);
  private static final KnownPerson MARGARETHE = far(8, "Margarethe", "van der Meulen");
  private static final KnownPerson LI = far(9, "X", "Li");
  private static final KnownPerson SAKURA = far(10, "さくら", "田中");
  private static final KnownPerson DMITRI = far(11, "Дмитрий", "Соколов");
  private static final KnownPerson BART =
      near(12, "Bartholomeus", "Keihana", "bart@linden.example");
  private static final KnownPerson CHRISTIAN = far(13, "Christian", "Best");
  private static final KnownPerson MARTIN = far(14, "Martin", "King, Jr.");
  private static final KnownPerson BJORN = far(15, "Bjørn", "Østergård");
  private static final KnownPerson GULSEN = far(16, "Gülşen", "Müller");
  private static final KnownPerson DEVANAGARI = far(17, "प्रिया", "शर्मा");

  private static final KnownNames CAST =
      new KnownNames(
          ZOE.id(),
          LUKASZ.id(),
          List.of(
              MAY,
              WILL,
              GRACE,
              ANNE_MARIE,
              NIAMH,
              MARGARETHE,
              LI,
              SAKURA,
              DMITRI,
              BART,
              CHRISTIAN,
              MARTIN,
              BJORN,
              GULSEN,
              DEVANAGARI,
              LUKASZ,
              ZOE),
          List.of("customer-care", "engineering", "people", "100"),
          List.of("Leeds", "Utrecht", "Poland"));

  private static String redacted(String... texts) {
    Redaction redaction = new Redaction(CAST, List.of(texts));
    return Stream.of(texts).map(redaction::redact).reduce((a, b) -> a + " | " + b).orElseThrow();
  }

  @Nested
  class A_name {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Zoë",
          "Zoe",
          "ZOE",
          "zoë",
          "zoe",
          "Zo\u0065\u0308",
          "Ｚｏë",
          "Z\u00adoë",
          "Zo\u200bë",
          "Brontë",
          "Bronte",
          "Zoë Brontë",
          "Brontë, Zoë",
          "Z. Brontë",
          "ZoeBronte"
        })
    void is_found_in_every_spelling(String name) {
      assertEquals("We saw that [Reviewee] helped.", redacted("We saw that " + name + " helped."));
    }

    @Test
    void is_found_decomposed_and_composed() {
      String decomposed = Normalizer.normalize("Łukasz Wiśniewski", Normalizer.Form.NFD);
      assertEquals("[Reviewer]", redacted(decomposed));
    }

    @Test
    void keeps_its_possessive() {
      assertEquals(
          "[Reviewee]'s plan, [Reviewee]’s notes and the Brontës",
          redacted("Zoë's plan, Zoe’s notes and the Brontës"));
    }

    @Test
    void is_found_within_a_hyphenated_word() {
      assertEquals(
          "a [Reviewee]-led review, ex-[Colleague A] work",
          redacted("a Zoë-led review, ex-Niamh work"));
    }

    @Test
    void with_a_hyphen_is_one_person_whole_or_in_part() {
      assertEquals(
          "[Colleague A], [Colleague A], [Colleague A], [Colleague A] and [Colleague A]",
          redacted("Anne-Marie, Anne Marie, Annemarie, Smith-Jones and Anne"));
    }

    @Test
    void with_an_apostrophe_is_found_with_any_or_none() {
      assertEquals(
          "[Colleague A], [Colleague A], [Colleague A] and [Colleague A]'s team lead",
          redacted("O'Brien, O’Brien, OBrien and O'Brien's team lead"));
    }

    @Test
    void with_particles_is_replaced_whole_and_particles_alone_stay() {
      assertEquals(
          "[Colleague A] drove the van der way",
          redacted("Margarethe van der Meulen drove the van der way"));
    }

    @Test
    void is_never_found_within_another_word() {
      assertEquals(
          "Zoey likes Lisbon; the mayor willed it; graceful",
          redacted("Zoey likes Lisbon; the mayor willed it; graceful"));
    }

    @ParameterizedTest
    @CsvSource({
      "田中さくらさんが助けた, [Colleague A]さんが助けた",
      "Help from 田中 came, Help from [Colleague A] came",
      "Помог Дмитрий Соколов вчера, Помог [Colleague A] вчера",
      "प्रिया helped, [Colleague A] helped",
      "met Bjorn Ostergard, met [Colleague A]",
      "met Bjoern Oestergaard, met [Colleague A]",
      "asked Gulsen Mueller, asked [Colleague A]",
    })
    void of_any_script_is_found(String text, String expected) {
      assertEquals(expected, redacted(text));
    }

    @Test
    void of_one_letter_needs_the_rest() {
      assertEquals(
          "[Colleague A] fixed it, and X marks the spot; [Colleague A] agreed.",
          redacted("X Li fixed it, and X marks the spot; Li agreed."));
    }

    @Test
    void with_a_suffix_goes_whole() {
      assertEquals("Then [Colleague A]. agreed", redacted("Then Martin King, Jr. agreed"));
    }

    @Test
    void taken_from_an_address_is_a_nickname() {
      assertEquals("Everybody calls on [Colleague A]", redacted("Everybody calls on Bart"));
    }

    @Test
    void is_the_same_placeholder_in_all_texts_of_a_review() {
      assertEquals(
          "[Colleague A] asked [Colleague B]. | [Colleague B] thanked [Colleague A]."
              + " | [Reviewee] saw it",
          redacted("Niamh asked Will Chase.", "Will thanked Niamh.", "Zoë saw it"));
    }

    @Test
    void loses_the_title_that_tells_a_gender() {
      assertEquals(
          "[Reviewee] met [Colleague A] and [Colleague B]",
          redacted("Ms. Brontë met Mr Best and Mrs O'Brien"));
    }
  }

  @Nested
  class A_name_that_is_also_a_word {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "this will help", "it may take long", "with grace under pressure", "at best a chase",
          "we may long for it", "Will the plan hold?", "May I suggest more?", "May we?",
          "a long chase", "they will do their best"
        })
    void stays_where_it_is_the_word(String text) {
      assertEquals(text, redacted(text));
    }

    @ParameterizedTest
    @CsvSource({
      "Then Will helped, Then [Colleague A] helped",
      "Will helped the team, [Colleague A] helped the team",
      "Will's plan held, [Colleague A]'s plan held",
      "I thanked May for it, I thanked [Colleague A] for it",
      "Grace led the work, [Colleague A] led the work",
      "We asked Grace., We asked [Colleague A].",
      "Will Chase led, [Colleague A] led",
      "so WILL did, so [Colleague A] did",
      "Mr Best agreed, [Colleague A] agreed",
      "'Done. May led, as ever', 'Done. [Colleague A] led, as ever'",
    })
    void goes_where_it_is_written_as_a_name(String text, String expected) {
      assertEquals(expected, redacted(text));
    }

    @Test
    void of_somebody_far_away_stays_when_only_the_family_name_is_a_word() {
      assertEquals("our Best Practice guide", redacted("our Best Practice guide"));
    }

    @Test
    void of_the_reviewee_goes_even_where_it_may_be_the_word() {
      KnownNames mays = new KnownNames(MAY.id(), null, List.of(MAY), List.of(), List.of());
      assertEquals(
          "[Reviewee] the record show that may is a verb.",
          new Redaction(mays, List.of()).redact("May the record show that may is a verb."));
    }

    @Test
    void and_a_month_is_a_date_beside_a_number_or_a_preposition() {
      assertEquals(
          "in [Date 2], on [Date 1] and since [Date 2], [Colleague A] led",
          redacted("in May, on 3 May 2026 and since May, May Long led"));
    }
  }

  @Nested
  class Everything_else_that_tells {

    @Test
    void pronouns_lose_their_gender_and_keep_the_sense() {
      assertEquals(
          "They said they were sure of themself; their plan is theirs, their idea helped them.",
          redacted("She said he was sure of himself; her plan is hers, his idea helped him."));
    }

    @Test
    void pronouns_with_a_verb_agree() {
      assertEquals(
          "They're ready and they have asked them to act; They do; tell them.",
          redacted("He's ready and she has asked her to act; HE DOES; tell her."));
    }

    @Test
    void pronouns_in_pairs_are_one() {
      assertEquals("they brought their notes", redacted("he/she brought his/her notes"));
    }

    @Test
    void addresses_of_a_person_are_the_person() {
      assertEquals(
          "Write to [Reviewee] or [Address 1], or [Address 1].",
          redacted("Write to ZOE@linden.example or joe@else.example, or joe@ELSE.example."));
    }

    @Test
    void links_and_numbers_go() {
      assertEquals(
          "see [Link 1]. Call [Number 1] for 12 tickets",
          redacted("see https://wiki/zoe-bronte. Call +44 113 496 0000 for 12 tickets"));
    }

    @Test
    void units_and_places_go_in_any_writing() {
      assertEquals(
          "[Team A] in [Place A] helped [Team A] in [Place A]; from [Place B].",
          redacted("Customer Care in Leeds helped customer-care in LEEDS; from Poland."));
    }

    @Test
    void a_unit_that_is_a_word_goes_where_it_is_the_unit() {
      assertEquals(
          "people like the [Team A] team; the [Team A] team too, 100 times",
          redacted("people like the People team; the people team too, 100 times"));
    }

    @Test
    void the_same_day_in_two_forms_is_the_same_date() {
      assertEquals(
          "[Date 1], [Date 1], [Date 1] and [Date 1]",
          redacted("2026-03-14, 14 March 2026, March 14th, 2026 and 14th of Mar. 2026"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "14/03/2026", "14.3.26", "2026-03-14T10:00:00Z", "March 2026", "3rd of June", "June 3",
          "Q3 2026", "2025/26", "Thursday", "September", "Christmas", "2025"
        })
    void every_form_of_a_date_goes(String date) {
      assertEquals("It was [Date 1] then", redacted("It was " + date + " then"));
    }

    @Test
    void numbers_that_are_no_dates_stay() {
      assertEquals(
          "closed 1500 of 12 000 tickets, 99.5 % in 3 days, version 7",
          redacted("closed 1500 of 12 000 tickets, 99.5 % in 3 days, version 7"));
    }

    @Test
    void absence_is_not_even_hinted_at() {
      assertEquals(
          "Back from [Removed], and while [Removed], nothing slipped",
          redacted("Back from maternity leave, and while on leave, nothing slipped"));
    }
  }

  @Nested
  class The_text {

    @Test
    void without_anything_to_hide_stays_as_it_is() {
      String text =
          "Closed the incident within an hour, and wrote down why it had happened.\n– Twice!";
      assertEquals(text, redacted(text));
    }

    @Test
    void cannot_forge_our_placeholders() {
      assertEquals("  x", redacted("\ue000 \ue001 x"));
    }

    @Test
    void may_be_empty() {
      assertEquals("", redacted(""));
    }

    @ParameterizedTest
    @MethodSource("org.evenhand.review.sample.RedactionTest#everybody")
    @DisplayName("leaks nobody, however they are written")
    void leaks_nobody(KnownPerson person) {
      String full = person.givenName() + " " + person.familyName();
      String text =
          "Yesterday %s spoke. %s's work, (%s) and %s\n%s: thanks to %s!"
              .formatted(
                  full,
                  full,
                  full.toUpperCase(java.util.Locale.ROOT),
                  person.familyName() + " " + person.givenName(),
                  full,
                  Normalizer.normalize(full, Normalizer.Form.NFD));
      String shown = Letters.folded(redacted(text));
      NameParts parts = NameParts.of(person);
      Letters.atoms(shown).stream()
          .filter(parts::isTelling)
          .forEach(atom -> fail(atom.text() + " is left in " + shown));
    }
  }

  /** Sentences of a real file, with the people whom it names; no line may come out unchanged. */
  @Nested
  class What_users_found_readable {

    private static final KnownPerson REVIEWEE =
        new KnownPerson(new UUID(1, 1), "Grace", "Hope", "g@linden.example", "R-011", true);
    private static final KnownPerson HOLT =
        new KnownPerson(new UUID(1, 2), "Cy", "Holt", null, "R-032", true);
    private static final KnownPerson MARSH =
        new KnownPerson(new UUID(1, 3), "May", "Marsh", null, "123456", false);
    private static final KnownNames CAST =
        new KnownNames(
            REVIEWEE.id(), HOLT.id(), List.of(REVIEWEE, HOLT, MARSH), List.of(), List.of());

    private static String told(String text) {
      return new Redaction(CAST, List.of(text)).redact(text);
    }

    @Test
    void is_taken_out_of_every_line() throws IOException {
      List<String> lines;
      try (var file = RedactionTest.class.getResourceAsStream("redaction-lines.txt")) {
        lines =
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst(" {3,}\\(only .*", ""))
                .map(What_users_found_readable::told)
                .toList();
      }
      assertEquals(
          List.of(
              "Returned from [Removed] in good spirits, after a [Removed].",
              "Was [Removed], handed in a [Removed]; later [Removed].",
              "[Colleague A] and [Reviewee] helped; write to [Reviewee] or [Reviewee].",
              "Worked from the [Place A] and [Place B]; [Reviewer], [Reviewer]."),
          lines);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "is back from leave",
          "took three months' leave",
          "went on mat leave",
          "was off sick",
          "has a fit note",
          "was ill in spring",
          "fell ill",
          "returned to work after a surgery",
          "is her parental leave cover",
          "asked for carer's leave",
          "during their absence",
          "was signed off work",
          "had time off",
          "on a sabbatical",
          "was away for six weeks",
          "long-term sickness",
          "is on annual leave",
          "gave birth",
          "on LOA",
          "phased return",
          "due to bereavement",
          "after burnout",
          "was absent",
          "a career break",
          "medical reasons"
        })
    void absence_in_the_words_people_use_goes(String text) {
      assertTrue(told("Zed " + text + ".").contains("[Removed]"), () -> told(text));
    }

    @ParameterizedTest
    @CsvSource({
      "ask grace.hope, ask [Reviewee]",
      "ask g.hope, ask [Reviewee]",
      "ask hope_grace2, ask [Reviewee]",
      "ask @cyholt, ask [Reviewer]",
      "see cholt and GHOPE, see [Reviewer] and [Reviewee]",
      "see R011, see [Reviewee]",
      "with mme. holt, with [Reviewer]",
      "ask @somebody-else, ask [Address 1]",
      "'see R-011, r-032.', 'see [Reviewee], [Reviewer].'",
      "employee 123456 said, employee [Colleague A] said",
      "with may marsh, with [Colleague A]",
      "Cy and grace hope did, [Reviewer] and [Reviewee] did",
      "asked by may marsh, asked by [Colleague A]",
    })
    void logins_handles_ids_and_small_letters_are_the_person(String text, String expected) {
      assertEquals(expected, told(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mr Holt", "Mr. Holt", "Dr Holt", "Prof. Dr. Holt", "Herr Holt", "Frau Holt",
          "Madame Holt", "Mme Holt", "Mlle. Holt", "Señora Holt", "Señor Holt", "Mevrouw Holt",
          "Monsieur Holt", "M. Holt", "Signora Holt", "Miss Holt"
        })
    void titles_go_with_the_name(String name) {
      assertEquals("We met [Reviewer] then", told("We met " + name + " then"));
    }

    @Test
    void a_title_betrays_a_name_that_nobody_knows() {
      assertEquals(
          "[Colleague A] and [Colleague A]'s guest [Colleague B]",
          told("Madame Dupont and Mme Dupont's guest Dr. Osei-Bonsu"));
    }

    @ParameterizedTest
    @CsvSource({
      "flew to the UK and the United Kingdom, flew to the [Place A] and the [Place A]",
      "for the U.S. and USA, for the [Place A] and [Place A]",
      "'in NL, BE and DE', 'in [Place A], [Place C] and [Place B]'",
      "from Spain to Côte d’Ivoire, from [Place A] to [Place B]",
      "based in the uk, based in the [Place A]",
      "in Holland or NL, in [Place A] or [Place A]",
    })
    void countries_and_their_short_forms_go(String text, String expected) {
      assertEquals(expected, told(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "3/4",
          "12/5",
          "12.5.",
          "3 Apr",
          "3 april",
          "Q2",
          "q3",
          "5/2026",
          "Apr 3",
          "on Fri",
          "monday",
          "second quarter",
          "KW 12",
          "Apr '26",
          "3-Apr-26",
          "03Apr2026",
          "3rd of may",
          "Mon 3 Apr"
        })
    void short_dates_go(String date) {
      String text = date.startsWith("on ") ? "It was " + date + " then" : "On " + date + " we met";
      assertTrue(told(text).contains("[Date 1]"), () -> told(text));
      assertFalse(told(text).matches(".*\\d.*(?<!Date 1)\\].*"), () -> told(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Leave the code better than it was; never leave early, and leave notes.",
          "The team was sick of waiting, and of an ill-defined scope.",
          "In the absence of data we measured it ourselves.",
          "Supported 24/7, solved 3/4 of the cases and 9/10 tests, version 12.5.",
          "Grew by 12.5 % to 3.5 of 5; 1,500 requests in 0.8 seconds.",
          "IT and HR agreed in writing that it is no problem, AT and ID included.",
          "We grace no wall; it may help, and hope will do the rest.",
          "Signed off the release, took the lead and cared for the details.",
          "Polish the china, roast the turkey, march on.",
          "Edited node.js, file_name and a.b.c; the marsh may flood.",
          "Shall we share the state of things, or is it a chill?",
          "We miss hope; mark down the price; we may marsh on.",
          "Held the door open for others, and kept calm under pressure.",
        })
    void ordinary_words_stay(String text) {
      assertEquals(text, told(text));
    }
  }

  static Stream<KnownPerson> everybody() {
    return CAST.named();
  }

  private static KnownPerson near(int id, String given, String family, String email) {
    return new KnownPerson(new UUID(0, id), given, family, email, true);
  }

  private static KnownPerson far(int id, String given, String family) {
    return new KnownPerson(new UUID(0, id), given, family, null, false);
  }
}
