package org.evenhand.gateway.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.evenhand.gateway.catalogue.Document;

/**
 * A page that loads nothing and runs nothing: its policy allows the one style sheet inside it, by
 * its digest.
 */
final class HtmlPage {

  private static final String STYLE = PageFiles.read("style.css");
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none';"
              .formatted(digest(STYLE))
          + " frame-ancestors 'none'";

  private final Document document;

  /**
   * @param body HTML
   */
  HtmlPage(String title, String body) {
    String html =
        PageFiles.read("page.html")
            .replace("{title}", PageFiles.escaped(title))
            .replace("{style}", STYLE)
            .replace("{body}", body);
    document = new Document("text/html; charset=UTF-8", Buffer.buffer(html));
  }

  void answer(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("Referrer-Policy", "no-referrer");
    document.answer(routing);
  }

  private static String digest(String text) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
