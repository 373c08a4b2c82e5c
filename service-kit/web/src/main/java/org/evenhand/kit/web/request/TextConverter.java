package org.evenhand.kit.web.request;

import jakarta.ws.rs.ext.ParamConverter;
import org.evenhand.kit.web.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is a text, in the form in which texts are kept: what is looked for has to look
 * like what is there. {@link AddressFilter} has refused what no text may hold.
 */
enum TextConverter implements ParamConverter<String> {
  INSTANCE;

  @Override
  public @Nullable String fromString(@Nullable String text) {
    return text == null ? null : Texts.normal(text);
  }

  @Override
  public String toString(String value) {
    return value;
  }
}
