package org.evenhand.kit.web.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.evenhand.kit.web.problem.ViolationCode;

/** A problem of RFC 9457, and what it says is wrong, as components of a document. */
final class ProblemSchemas {

  private static final String PROBLEM = "Problem";
  private static final String VIOLATION = "Violation";
  private static final String REFERENCE = "#/components/schemas/";

  private ProblemSchemas() {}

  static void addTo(Components components) {
    components.addSchema(VIOLATION, violation());
    components.addSchema(PROBLEM, problem());
  }

  /** A problem of one of these codes. */
  static Schema of(Iterable<String> codes) {
    Schema code = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    codes.forEach(code::addEnumeration);
    return OASFactory.createSchema()
        .addAllOf(OASFactory.createSchema().ref(REFERENCE + PROBLEM))
        .addAllOf(
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .addRequired("code")
                .addProperty("code", code));
  }

  private static Schema problem() {
    return object("What went wrong, as RFC 9457 tells it")
        .required(List.of("type", "title", "status", "code", "detail", "requestId"))
        .addProperty(
            "type",
            text("The page about this type of problem: what happened, and what to do")
                .format("uri"))
        .addProperty("title", text("The type in words, the same each time"))
        .addProperty("status", number("The HTTP status", 400, 599).format("int32"))
        .addProperty(
            "code",
            text("The type's name, which stays as it is; each operation says which it answers"))
        .addProperty("detail", text("What went wrong this time"))
        .addProperty("instance", text("Where it went wrong").format("uri-reference"))
        .addProperty("requestId", text("What to quote when asking us about it"))
        .addProperty(
            "errors",
            list("Each thing that is wrong", OASFactory.createSchema().ref(REFERENCE + VIOLATION)))
        .addProperty(
            "allowed",
            list("The operations that the present state allows", text("The id of an operation")));
  }

  private static Schema violation() {
    return object("One thing that is wrong, and where")
        .required(List.of("code", "detail"))
        .addProperty("code", codes())
        .addProperty("detail", text("What is wrong"))
        .addProperty("pointer", text("Where in the body, a JSON pointer"))
        .addProperty("parameter", text("Which parameter or header"))
        .addProperty(
            "row",
            number("Which row of an import; 1 is the first row of data", 1, Integer.MAX_VALUE)
                .format("int64"))
        .addProperty("column", text("Which column of an import"));
  }

  private static Schema codes() {
    Schema codes = text("Of which kind it is, for programs: the words may change");
    Stream.of(ViolationCode.values()).map(ViolationCode::name).forEach(codes::addEnumeration);
    return codes;
  }

  private static Schema object(String words) {
    return type(Schema.SchemaType.OBJECT, words);
  }

  private static Schema text(String words) {
    return type(Schema.SchemaType.STRING, words);
  }

  private static Schema number(String words, int least, int most) {
    return type(Schema.SchemaType.INTEGER, words)
        .minimum(BigDecimal.valueOf(least))
        .maximum(BigDecimal.valueOf(most));
  }

  private static Schema list(String words, Schema items) {
    return type(Schema.SchemaType.ARRAY, words).items(items);
  }

  private static Schema type(Schema.SchemaType type, String words) {
    return OASFactory.createSchema().type(List.of(type)).description(words);
  }
}
