package org.evenhand.kit.data.template;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** In which language a client wants templates; taken as a {@code @BeanParam}. */
public class WantedLanguage {

  @QueryParam("language")
  @Parameter(description = "The language; without it what Accept-Language prefers, else English")
  public @Nullable TemplateLanguage named;

  @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
  @Parameter(description = "The languages that the client prefers (RFC 9110), without `language`")
  public @Nullable String accepted;

  public TemplateLanguage language() {
    return named == null ? TemplateLanguage.preferred(accepted) : named;
  }
}
