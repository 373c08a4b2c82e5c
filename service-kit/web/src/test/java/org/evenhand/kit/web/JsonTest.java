package org.evenhand.kit.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TokenResource.class)
class JsonTest {

  @Test
  void whatFitsTheSchemaIsTakenAndNullsAreLeftOut() {
    post("{'name':'a','level':'HIGH','count':2,'day':'2026-03-01','moment':'2026-03-01T09:00:00Z'}")
        .statusCode(200)
        .body(
            equalTo(
                json(
                    "{'name':'a','level':'HIGH','count':2,'day':'2026-03-01','moment':'2026-03-01T09:00:00Z'}")));
  }

  @Test
  void aTextIsKeptComposedAndWithoutWhatShowsNothingAtItsEnds() {
    post("{'name':'\\u200b\\u00a0Zoe\\u0308 \\ufeff','level':'LOW','count':1,"
            + "'parts':[{'label':'\\t a\\u200db\\n'}]}")
        .statusCode(200)
        .body("name", equalTo("Zo\u00eb"))
        .body("parts[0].label", equalTo("a\u200db"));
  }

  @ParameterizedTest(name = "{1} {2}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'name':'a','level':'LOW','count':1,'colour':'red'}          | /colour        | known are count, day
          {'name':'a','level':'LOW','count':1,'parts':[{},{'x/y':1}]}  | /parts/1/x~1y  | is not a known field
          {'name':'a','level':'MEDIUM','count':1}                      | /level         | must be one of LOW, HIGH
          {'name':'a','level':'low','count':1}                         | /level         | must be one of LOW, HIGH
          {'name':'a','level':0,'count':1}                             | /level         | must be one of LOW, HIGH
          {'name':'a','level':'','count':1}                            | /level         | must be one of LOW, HIGH
          {'name':'a','level':'LOW','count':'1'}                       | /count         | must be a whole number
          {'name':'a','level':'LOW','count':1.5}                       | /count         | must be a whole number
          {'name':'a','level':'LOW','count':null}                      | /count         | must be a whole number
          {'name':'a','level':'LOW','count':true}                      | /count         | must be a whole number
          {'name':'a','level':'LOW','count':99999999999}               | /count         | must be a whole number
          {'name':'a','level':'LOW'}                                   | /count         | must be a whole number
          {'name':7,'level':'LOW','count':1}                           | /name          | must be a text
          {'name':{},'level':'LOW','count':1}                          | /name          | must be a text
          {'name':'a\\u0000b','level':'LOW','count':1}                 | /name          | must not hold U+0000, a control character
          {'name':'a\\u0007b','level':'LOW','count':1}                 | /name          | must not hold U+0007, a control character
          {'name':'a\\ud800b','level':'LOW','count':1}                 | /name          | must not hold U+D800, half of a surrogate pair
          {'name':'\\udc00','level':'LOW','count':1}                   | /name          | must not hold U+DC00, half of a surrogate pair
          {'name':'\\u200b','level':'LOW','count':1}                   | /name          | must hold words
          {'name':'\\u00a0\\u2800','level':'LOW','count':1}             | /name          | must hold words
          {'name':'\\u3164','level':'LOW','count':1}                   | /name          | must hold words
          {'name':'a','level':'LOW','count':1,'flag':'true'}           | /flag          | must be true or false
          {'name':'a','level':'LOW','count':1,'flag':1}                | /flag          | must be true or false
          {'name':'a','level':'LOW','count':1,'day':'01.03.2026'}      | /day           | must be a date
          {'name':'a','level':'LOW','count':1,'day':'2026-02-30'}      | /day           | must be a date
          {'name':'a','level':'LOW','count':1,'day':'+999999999-12-31'} | /day          | must be a date
          {'name':'a','level':'LOW','count':1,'day':'-0001-01-01'}     | /day           | must be a date
          {'name':'a','level':'LOW','count':1,'day':20000}             | /day           | must be a date
          {'name':'a','level':'LOW','count':1,'moment':'yesterday'}    | /moment        | must be a time
          {'name':'a','level':'LOW','count':1,'moment':1700000000}     | /moment        | must be a time
          {'name':'a','level':'LOW','count':1,'reference':'17'}        | /reference     | must be a UUID
          {'name':'a','level':'LOW','count':1,'parts':{}}              | /parts         | must be an array
          {'name':'a','level':'LOW','count':1,'parts':['x']}           | /parts/0       | must be an object
          {'name':'a','level':'LOW','count':1,'parts':[{'weight':'w'}]}| /parts/0/weight| must be a number
          []                                                           | ~~             | must be an object
          'text'                                                       | ~~             | must be an object
          {'name':' ','level':'LOW','count':1}                         | /name          | must hold words
          {'name':'a','count':1}                                       | /level         | must not be null
          {'name':'a','level':'LOW','count':10}                        | /count         | less than or equal to 9
          {'name':'a','level':'LOW','count':1,'parts':[{'label':''}]}  | /parts/0/label | must hold words
          """)
  void whatDoesNotFitIsRefusedWithItsPlace(String body, String pointer, String detail) {
    malformed(post(body))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].detail", containsString(detail));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'name':'a',              | ends too early at line 1
          {'name':'a' 'level':1}    | is broken at line 1, column
          {'a\\ud800b':1}           | is broken at line 1
          {'name':'a','name':'b'}   | names a field twice at line 1
          {'name':'a','level':'LOW','count':1} {} | must end after the first value
          """)
  void brokenJsonIsRefusedWithItsLine(String body, String detail) {
    malformed(post(body)).body("errors[0].detail", containsString(detail));
  }

  @Test
  void anEmptyBodyIsRefused() {
    malformed(post(""));
    malformed(post("null"));
    malformed(post("  "));
  }

  @Test
  void whatIsNestedTooDeeplyIsRefused() {
    malformed(post("[".repeat(500)));
    malformed(post("{'name':" + "[".repeat(500)));
  }

  @Test
  void severalConstraintsAreAllNamed() {
    malformed(post("{'name':'','level':'LOW','count':12}"))
        .body("errors.pointer", equalTo(java.util.List.of("/count", "/name")));
  }

  private static ValidatableResponse malformed(ValidatableResponse response) {
    return response
        .statusCode(400)
        .contentType(ProblemBody.MEDIA_TYPE)
        .body("type", equalTo("http://localhost:8080/problems/malformed-request"))
        .body(not(allOf(containsString("org.evenhand"), containsString("java."))))
        .body(not(containsString("Trial")));
  }

  private static ValidatableResponse post(String body) {
    return Door.manager()
        .contentType("application/json")
        .body(json(body))
        .post("/v1/trials")
        .then();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
