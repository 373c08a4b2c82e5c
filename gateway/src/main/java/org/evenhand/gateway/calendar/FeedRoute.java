package org.evenhand.gateway.calendar;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.gateway.catalogue.Document;
import org.evenhand.gateway.rate.Clients;
import org.evenhand.gateway.share.Admission;
import org.evenhand.gateway.share.Lease;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.answer.Unexpected;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.requestid.RequestId;

/**
 * {@code /calendar/{secret}.ics}: open to whoever has the secret, because calendar clients bring no
 * token. The path stands in no log, metric or trace.
 */
@Singleton
class FeedRoute {

  private static final Pattern FILE = Pattern.compile("/calendar/([A-Za-z0-9_-]{43})\\.ics");

  private final Feeds feeds;
  private final Admission admission;
  private final Unexpected unexpected;
  private final CalendarFile file = new CalendarFile();

  FeedRoute(Feeds feeds, Admission admission, Unexpected unexpected) {
    this.feeds = feeds;
    this.admission = admission;
    this.unexpected = unexpected;
  }

  void register(@Observes Router router) {
    router
        .route("/calendar/*")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    Matcher secret = FILE.matcher(routing.request().path());
    if (!secret.matches()) {
      ProblemWriter.write(routing, Feeds.unknown());
      return;
    }
    Lease lease;
    try {
      lease = admission.request("feeds " + Clients.address(routing), 0);
    } catch (Problem full) {
      ProblemWriter.write(routing, full);
      return;
    }
    routing.addEndHandler(ended -> lease.end());
    var ignored =
        feeds
            .read(secret.group(1), routing.response().headers().get(RequestId.HEADER))
            .map(file::of)
            .onSuccess(
                written ->
                    Document.personal(CalendarFile.MEDIA_TYPE, Buffer.buffer(written))
                        .answer(routing))
            .onFailure(failure -> ProblemWriter.write(routing, unexpected.problem(failure)));
  }
}
