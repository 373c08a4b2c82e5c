package org.evenhand.kit.data.template;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is said in one language, which is the reader's by what they have sent. */
record InLanguage<T>(TemplateLanguage language, T body) {

  /** 200 with the language. Whoever remembers it for others keeps it for those who prefer this. */
  Response response() {
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
