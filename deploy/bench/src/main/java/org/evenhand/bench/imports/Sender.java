package org.evenhand.bench.imports;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.bench.load.HttpConnection;
import org.evenhand.local.process.Trouble;

/** Another system: sends a file and asks until it is done. */
public final class Sender {
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final int port;
  private final String token;

  public Sender(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** Milliseconds from the first byte sent until all rows are applied. */
  public double millis(SentFile file, int rows) throws IOException, InterruptedException {
    try (HttpConnection connection = new HttpConnection(port)) {
      long began = System.nanoTime();
      String answer = connection.send(head("POST " + file.path(), file.type()), file.body()).body();
      Matcher id = ID.matcher(answer);
      if (!id.find()) {
        throw new Trouble("The file of %s was refused: %s".formatted(file.what(), answer));
      }
      String look = head("GET " + file.path() + "/" + id.group(1), "application/json");
      while (!answer.contains("\"finishedAt\":\"")) {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        answer = connection.send(look, "").body();
      }
      double millis = (System.nanoTime() - began) / 1e6;
      if (!answer.contains("\"state\":\"DONE\"") || !answer.contains("\"created\":" + rows + ",")) {
        throw new Trouble("Not all %s were taken in: %s".formatted(file.what(), answer));
      }
      return millis;
    }
  }

  private String head(String request, String contentType) {
    return request
        + " HTTP/1.1\r\nAuthorization: Bearer "
        + token
        + "\r\nContent-Type: "
        + contentType
        + "\r\nAccept: application/json\r\n";
  }
}
