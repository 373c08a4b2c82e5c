package org.evenhand.kit.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.evenhand.kit.web.time.Rfc3339;

/** RFC 3339 only: Jackson's own takes years of nine digits, and numbers for days. */
final class DateDeserializer extends StdScalarDeserializer<LocalDate> {

  private static final long serialVersionUID = 1L;

  DateDeserializer() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    try {
      return Rfc3339.date(parser.getText());
    } catch (DateTimeException e) {
      throw context.weirdStringException(parser.getText(), LocalDate.class, "not a date");
    }
  }
}
