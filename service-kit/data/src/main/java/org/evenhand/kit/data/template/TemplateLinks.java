package org.evenhand.kit.data.template;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where to go on with a template, in its language.
 *
 * @param self the template with its body
 * @param drafts where it is taken into a draft
 */
@Schema(
    example =
        """
        {"self": "/v1/templates/CHARTER/charter?language=en",
         "drafts": "/v1/templates/CHARTER/charter/drafts?language=en"}
        """)
public record TemplateLinks(String self, String drafts) {

  static TemplateLinks of(Template template) {
    String path = "/v1/templates/" + template.kind() + "/" + template.key();
    String language = "?language=" + template.language();
    return new TemplateLinks(path + language, path + "/drafts" + language);
  }
}
