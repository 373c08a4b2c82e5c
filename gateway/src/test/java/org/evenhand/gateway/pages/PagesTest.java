package org.evenhand.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.evenhand.gateway.Http.get;
import static org.evenhand.gateway.Http.header;
import static org.evenhand.gateway.Http.text;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class PagesTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  private static final Pattern HREF = Pattern.compile("href=\"(/[^\"]*)\"");

  @Test
  void aBrowserGetsAPageAndAProgramTheSameLinksAsJson() {
    HttpResponse<byte[]> page = get("/", "Accept", BROWSER);
    assertEquals("text/html; charset=UTF-8", header(page, "Content-Type"));
    assertTrue(page.headers().allValues("Vary").contains("Accept"));

    List<String> hrefs =
        given()
            .accept("application/json")
            .get("/")
            .then()
            .statusCode(200)
            .contentType("application/json")
            .body("title", equalTo("Evenhand"))
            .body("links.name", hasItems("api", "swagger-ui", "events", "events-guide", "health"))
            .extract()
            .path("links.href");
    assertEquals(hrefs, hrefs(text(page)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/problems", "/problems/not-found"})
  void whoPrefersJsonGetsItThoughPagesWouldDo(String path) {
    String preferring = "text/html;q=0.5, application/json";
    assertEquals("application/json", header(get(path, "Accept", preferring), "Content-Type"));
  }

  @Test
  void aProblemThatNobodyAnswersWithHasNoPage() {
    assertEquals(404, get("/problems/no-such-thing", "Accept", BROWSER).statusCode());
  }

  @Test
  void whoSaysNothingOrWantsNeitherGetsJson() {
    assertEquals("application/json", header(get("/"), "Content-Type"));
    assertEquals("application/json", header(get("/", "Accept", "*/*"), "Content-Type"));
    assertEquals("application/json", header(get("/", "Accept", "image/png"), "Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/guides/events", "/guides/clients", "/problems", "/problems/not-found"})
  void whatAPageLinksToIsThere(String path) {
    for (String href : hrefs(text(get(path, "Accept", BROWSER)))) {
      int status = get(href).statusCode();
      // A document may miss a service here, but it is ours
      assertTrue(status == 200 || status == 503, href + " " + status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/guides/events", "/guides/clients", "/problems", "/problems/not-found"})
  void aPageRunsNothingAndLoadsNothing(String path) throws Exception {
    HttpResponse<byte[]> page = get(path, "Accept", BROWSER);
    String style = parsed(page).getElementsByTagName("style").item(0).getTextContent();
    String digest =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        "default-src 'none'; style-src 'sha256-"
            + digest
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        header(page, "Content-Security-Policy"));
    assertEquals(0, parsed(page).getElementsByTagName("script").getLength());
    assertFalse(text(page).contains(" style=\""));
    assertFalse(text(page).contains(" src=\""));
  }

  /** Well-formed as XML is more than HTML asks for; what else it asks for is looked at here. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/guides/events", "/guides/clients", "/problems", "/problems/not-found"})
  void aPageIsHtmlThatReadsOnAPhoneByDayAndNight(String path) throws Exception {
    HttpResponse<byte[]> page = get(path, "Accept", BROWSER);
    Element html = parsed(page);

    assertTrue(text(page).startsWith("<!DOCTYPE html>\n"));
    assertEquals("en", html.getAttribute("lang"));
    for (String once : List.of("title", "main", "h1", "style")) {
      assertEquals(1, html.getElementsByTagName(once).getLength(), once);
    }
    NodeList metas = html.getElementsByTagName("meta");
    assertEquals("utf-8", ((Element) metas.item(0)).getAttribute("charset"));
    assertEquals(
        "width=device-width, initial-scale=1", ((Element) metas.item(1)).getAttribute("content"));
    String style = html.getElementsByTagName("style").item(0).getTextContent();
    assertTrue(style.contains("color-scheme: light dark"));
    assertTrue(style.contains("prefers-color-scheme: dark"));
    // Behind a slash it is the parameter of a path
    assertFalse(
        text(page).matches("(?s).*[^/]\\{[a-zA-Z_-]+(\\.[a-z]+)?}.*"), "a place is not filled");
    Set<String> names = new HashSet<>();
    NodeList all = html.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      names.add(all.item(i).getNodeName());
    }
    names.removeAll(
        Set.of("head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li"));
    names.removeAll(Set.of("a", "code", "pre", "strong"));
    assertEquals(Set.of(), names);
  }

  @ParameterizedTest
  @CsvSource({
    "/guides/events, CurrentRatings.java",
    "/guides/events, current-ratings.ts",
    "/guides/events, current_ratings.py",
    "/guides/clients, ContextNote.java",
    "/guides/clients, context-note.ts"
  })
  void aGuideShowsEachProgramAsItIs(String guide, String file) throws Exception {
    NodeList shown = parsed(get(guide)).getElementsByTagName("code");
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < shown.getLength(); i++) {
      texts.add(shown.item(i).getTextContent());
    }
    assertTrue(texts.contains(PageFiles.read(file)), file);
  }

  private static List<String> hrefs(String html) {
    return HREF.matcher(html).results().map((MatchResult link) -> link.group(1)).toList();
  }

  private static Element parsed(HttpResponse<byte[]> page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text(page))))
        .getDocumentElement();
  }
}
