package org.evenhand.kit.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import org.evenhand.kit.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A text in the form in which texts are kept, and without what none may hold. */
final class TextDeserializer extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1L;

  TextDeserializer() {
    super(String.class);
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.Textual;
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text == null) {
      return text;
    }
    if (Texts.fault(text).isPresent()) {
      throw context.weirdStringException(text, String.class, "no text");
    }
    return Texts.normal(text);
  }
}
