package org.evenhand.review.growth.guide;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What a guide is to say. */
@Schema(
    name = "ConversationGuideRequest",
    example =
        """
        {"title": "When the message is hard",
         "text": "Say it in the first minute. Then be silent, and listen."}
        """)
record GuideRequest(
    @NotNull @PlainText @Size(max = 200) String title,
    @NotNull @PlainText @Size(max = 20000) String text) {

  GuideText words() {
    return new GuideText(title, text);
  }
}
