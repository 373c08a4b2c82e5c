package org.evenhand.gateway.feed;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;

/**
 * Events as they come about, in the form of server-sent events (WHATWG HTML, 9.2). The id of each
 * is the cursor behind it. The next page is read when all of the last one has gone out, so a reader
 * who is slow costs one page; one who takes nothing is cut off as with any answer. All of it runs
 * on the event loop of its connection.
 */
final class EventStream {

  private static final int COME_AGAIN_MILLIS = 2_000;

  private final Context context;
  private final HttpServerResponse response;
  private final EventsQuery query;
  private final Reading reading;
  private final Streams streams;
  private volatile Optional<Cursor> cursor;
  private Iterator<CloudEvent> unsent = List.<CloudEvent>of().iterator();
  private final Patience patience = new Patience();
  private boolean toldEnd;
  private volatile long behind;

  EventStream(
      Context context,
      HttpServerResponse response,
      EventsQuery query,
      Reading reading,
      Streams streams) {
    this.context = context;
    this.response = response;
    this.query = query;
    this.reading = reading;
    this.streams = streams;
    this.cursor = query.after();
  }

  /** What is wrong from the beginning is answered as always. */
  void begin(Consumer<Throwable> refusal) {
    var ignored =
        reading
            .page(query, cursor)
            .onComplete(
                page -> {
                  if (page.failed()) {
                    refusal.accept(page.cause());
                  } else if (!isOver()) {
                    response.setChunked(true);
                    send("retry: " + COME_AGAIN_MILLIS + "\n\n");
                    take(page);
                  }
                });
  }

  /** There may be something new. */
  void wake() {
    context.runOnContext(on -> read());
  }

  /** Whether there is, given how the topics are now; if it can't go on, that is something too. */
  boolean isBehind(Look look) {
    try {
      return patience.isOver() && reading.position(query, cursor, look).isBehind();
    } catch (Problem toBeTold) {
      return true;
    }
  }

  /** How many offsets lay ahead of its last page. */
  long behind() {
    return behind;
  }

  /** An id without an event moves the reader on too, past what it didn't want. */
  void beat() {
    if (response.headWritten() && !isOver() && !unsent.hasNext() && !response.writeQueueFull()) {
      send(":\n" + cursor.map(at -> "id: " + at.encode() + "\n").orElse("") + "\n");
    }
  }

  void end() {
    context.runOnContext(
        on -> {
          if (!isOver()) {
            var ignored = response.end();
          }
        });
  }

  private void read() {
    if (!isOver()) {
      var ignored = reading.page(query, cursor).onComplete(this::take);
    }
  }

  private void take(AsyncResult<Page> page) {
    if (isOver()) {
      return;
    }
    if (page.succeeded()) {
      patience.begin();
      unsent = page.result().events().iterator();
      behind = page.result().to().behind();
      streams.count(page.result().events().size(), "stream");
      anew(page.result());
      send(page.result(), page.result().from().copy());
    } else {
      failed(streams.problem(page.cause()));
    }
  }

  /** Kafka comes back; what else it may be is told to the reader. */
  private void failed(Problem refusal) {
    streams.countFailure();
    if (refusal.type() == CommonProblem.DEPENDENCY_UNAVAILABLE && patience.lasts()) {
      streams.await(this);
    } else {
      String id = response.headers().get(RequestId.HEADER);
      send("event: problem\ndata: " + Json.encode(ProblemBody.of(refusal, id)) + "\n\n");
      end();
    }
  }

  private void anew(Page page) {
    if (!page.anew().isEmpty()) {
      toldEnd = false;
      send(frame(page.from().cursor(), "anew", Json.encode(Map.of("types", page.anew()))));
    }
  }

  private void send(Page page, Position at) {
    while (unsent.hasNext()) {
      if (isOver()) {
        return;
      }
      if (response.writeQueueFull()) {
        response.drainHandler(drained -> send(page, at));
        return;
      }
      CloudEvent event = unsent.next();
      at.advance(event.partition(), event.next());
      send(frame(at.cursor(), event.type(), event.json()));
    }
    response.drainHandler(null);
    cursor = Optional.of(page.to().cursor());
    if (page.more()) {
      read();
    } else {
      ended(page.to().cursor());
    }
  }

  private void ended(Cursor at) {
    if (!toldEnd) {
      toldEnd = true;
      send(frame(at, "caught-up", "{}"));
    }
    streams.await(this);
  }

  private static String frame(Cursor id, String event, String data) {
    return "id: " + id.encode() + "\nevent: " + event + "\ndata: " + data + "\n\n";
  }

  private void send(String text) {
    var ignored = response.write(text);
  }

  private boolean isOver() {
    return response.ended() || response.closed();
  }
}
