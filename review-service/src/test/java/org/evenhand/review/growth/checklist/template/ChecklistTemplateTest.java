package org.evenhand.review.growth.checklist.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.review.growth.StrictBody;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ItemOwner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checklists of the starter kit, read as what users write. */
class ChecklistTemplateTest {

  @ParameterizedTest
  @EnumSource
  void thereIsOneForEachKindInAllLanguages(ChecklistKind kind) {
    for (String language : StarterKit.LANGUAGES) {
      assertFalse(items(kind, language).isEmpty());
    }
  }

  /** Everybody reads templates: what only some kinds ask of a buddy would tell the occasion. */
  @Test
  void aBuddyCannotTellTheOccasionByWhatIsAskedOfThem() {
    for (String language : StarterKit.LANGUAGES) {
      List<List<TemplateItem>> asked =
          Stream.of(ChecklistKind.values())
              .map(kind -> ofBuddy(items(kind, language)))
              .filter(items -> !items.isEmpty())
              .distinct()
              .toList();

      assertEquals(1, asked.size(), language);
    }
  }

  private static List<TemplateItem> ofBuddy(List<TemplateItem> items) {
    return items.stream().filter(item -> item.owner() == ItemOwner.BUDDY).toList();
  }

  private static List<TemplateItem> items(ChecklistKind kind, String language) {
    String path = "checklists/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return StrictBody.read(StarterKit.body(path, language), TemplateRequest.class).read();
  }
}
