package org.evenhand.kit.data.template;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template in a list.
 *
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    example =
        """
        {"kind": "CHARTER", "key": "charter", "language": "en", "title": "Charter",
         "summary": "How long people may take for what they owe, and who hears of it.",
         "links": {"self": "/v1/templates/CHARTER/charter?language=en",
           "drafts": "/v1/templates/CHARTER/charter/drafts?language=en"},
         "actions": ["takeCharterTemplate"]}
        """)
public record TemplateSummary(
    String kind,
    String key,
    String language,
    String title,
    String summary,
    TemplateLinks links,
    List<String> actions) {

  static TemplateSummary of(Template template, List<String> actions) {
    return new TemplateSummary(
        template.kind(),
        template.key(),
        template.language(),
        template.title(),
        template.summary(),
        TemplateLinks.of(template),
        actions);
  }
}
