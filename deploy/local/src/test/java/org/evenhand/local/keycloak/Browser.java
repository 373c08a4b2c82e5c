package org.evenhand.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as a sign-in needs: it keeps cookies by path, follows redirects until they
 * lead to the UI, and fills in forms. A cookie marked Secure is sent to this machine as well, as
 * browsers do.
 */
final class Browser {
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String ui;

  Browser(String ui) {
    this.ui = ui;
  }

  /** What is shown in the end: a page, or the address in the UI that the browser is sent to. */
  String open(URI address) throws IOException, InterruptedException {
    return follow(address, HttpRequest.newBuilder(address).GET());
  }

  String submit(String page, Map<String, String> fields) throws IOException, InterruptedException {
    Matcher form = ACTION.matcher(page);
    if (!form.find()) {
      throw new AssertionError("No form in " + page);
    }
    URI address = URI.create(form.group(1).replace("&amp;", "&"));
    return follow(
        address,
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  private String follow(URI first, HttpRequest.Builder asked)
      throws IOException, InterruptedException {
    URI at = first;
    HttpResponse<String> answer = send(at, asked);
    while (answer.statusCode() / 100 == 3) {
      at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
      if (at.toString().startsWith(ui)) {
        return at.toString();
      }
      answer = send(at, HttpRequest.newBuilder(at).GET());
    }
    return answer.body();
  }

  private HttpResponse<String> send(URI address, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    String sent =
        cookies.entrySet().stream()
            .filter(cookie -> address.getPath().startsWith(cookie.getKey().split(" ")[1]))
            .map(cookie -> cookie.getKey().split(" ")[0] + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    if (!sent.isEmpty()) {
      request.header("Cookie", sent);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String setCookie) {
    Matcher parts =
        Pattern.compile("([^=]+)=([^;]*);(?:.*;)?\\s*Path=([^;]+).*", Pattern.CASE_INSENSITIVE)
            .matcher(setCookie);
    if (parts.matches()) {
      cookies.put(parts.group(1) + " " + parts.group(3), parts.group(2));
    }
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
