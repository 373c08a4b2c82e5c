package org.evenhand.kit.data.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template with what it says.
 *
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "Template",
    example =
        """
        {"kind": "CONVERSATION_GUIDE", "key": "hard-message", "language": "en",
         "title": "When the message is hard", "summary": "How to say what nobody likes to hear.",
         "body": {"title": "When the message is hard",
           "text": "Say it in the first minute. Then be silent, and listen."},
         "links": {"self": "/v1/templates/CONVERSATION_GUIDE/hard-message?language=en",
           "drafts": "/v1/templates/CONVERSATION_GUIDE/hard-message/drafts?language=en"},
         "actions": ["takeGuideTemplate"]}
        """)
public record TemplateView(
    String kind,
    String key,
    String language,
    String title,
    String summary,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode body,
    TemplateLinks links,
    List<String> actions) {

  static TemplateView of(Template template, List<String> actions) {
    return new TemplateView(
        template.kind(),
        template.key(),
        template.language(),
        template.title(),
        template.summary(),
        template.body(),
        TemplateLinks.of(template),
        actions);
  }
}
