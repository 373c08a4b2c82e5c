package org.evenhand.kit.web.request;

import jakarta.ws.rs.ext.ParamConverter;
import org.evenhand.kit.web.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text parameter in the form in which texts are stored, so that a search finds them. {@link
 * AddressFilter} has already refused characters that no text may hold.
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
