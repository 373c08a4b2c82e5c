package org.evenhand.review.growth.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.review.growth.StrictBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guides of the starter kit, read as what users write. */
class GuideTemplateTest {

  @ParameterizedTest
  @EnumSource
  void thereIsOneForEachSituationInAllLanguages(Situation situation) {
    String path = "guides/" + situation.name().toLowerCase(Locale.ROOT).replace('_', '-');

    for (String language : StarterKit.LANGUAGES) {
      GuideRequest request = StrictBody.read(StarterKit.body(path, language), GuideRequest.class);

      assertEquals(request.text(), request.words().text());
    }
  }
}
