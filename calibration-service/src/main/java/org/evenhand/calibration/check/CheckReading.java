package org.evenhand.calibration.check;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.check.CheckView.ReadText;
import org.evenhand.calibration.session.Sample;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.request.Versioned;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows checks, and the text that somebody looks at. */
@ApplicationScoped
class CheckReading {

  private final Mutiny.SessionFactory factory;
  private final CheckContexts contexts;

  CheckReading(Mutiny.SessionFactory factory, CheckContexts contexts) {
    this.factory = factory;
    this.contexts = contexts;
  }

  Uni<Versioned<CheckView>> one(UUID id) {
    return factory.withTransaction(
        db ->
            contexts
                .visible(db, id)
                .chain(
                    context ->
                        text(context)
                            .map(
                                text ->
                                    new Versioned<>(
                                        context.version(), CheckView.of(context, text)))));
  }

  Uni<Page<CheckView>> list(@Nullable UUID obligation, @Nullable UUID after, int limit) {
    return factory
        .withTransaction(db -> contexts.list(db, obligation, after, limit + 1))
        .map(
            found ->
                Page.of(found, limit, context -> Cursor.of(context.check().id()))
                    .map(CheckView::of));
  }

  /** Whoever has left takes their text along. */
  private static Uni<Optional<ReadText>> text(CheckContext context) {
    return context.isRead()
        ? context
            .session()
            .find(Sample.class, context.check().subject().sample())
            .map(CheckReading::text)
        : Uni.createFrom().item(Optional.empty());
  }

  private static Optional<ReadText> text(Sample sample) {
    return Optional.of(new ReadText(sample.parts(), sample.originalOrdinal(), sample.scaleSize()));
  }
}
