package org.evenhand.kit.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.evenhand.kit.web.answer.SafeFailure;
import org.jboss.logging.Logger;

/**
 * What people are called, asked of review-service and remembered for a minute. While it is away or
 * slow, names are missing: one answer waits for them, and those of the next seconds don't.
 */
@ApplicationScoped
class Names {

  private static final Logger LOG = Logger.getLogger(Names.class);

  private final ReviewService reviews;
  private final NamesSettings settings;
  private final Ticker ticker;

  /** Empty for whoever has no name there, so that they aren't asked for again and again. */
  private final Cache<UUID, Optional<String>> remembered;

  private final AtomicLong pausedUntil;

  @Inject
  Names(@RestClient ReviewService reviews, NamesSettings settings) {
    this(reviews, settings, Ticker.systemTicker());
  }

  Names(ReviewService reviews, NamesSettings settings, Ticker ticker) {
    this.reviews = reviews;
    this.settings = settings;
    this.ticker = ticker;
    this.remembered =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.keep())
            .maximumSize(settings.most())
            .ticker(ticker)
            .build();
    this.pausedUntil = new AtomicLong(ticker.read());
  }

  /** The names of those who have one, in one question at most. Never fails. */
  Uni<Map<UUID, String>> of(Collection<UUID> people) {
    Map<UUID, Optional<String>> known = remembered.getAllPresent(people);
    List<UUID> unknown =
        people.stream()
            .distinct()
            .filter(person -> !known.containsKey(person))
            .limit(ReviewService.MOST)
            .toList();
    return unknown.isEmpty() || isPaused()
        ? Uni.createFrom().item(() -> names(known))
        : ask(unknown).map(found -> names(known, found));
  }

  private Uni<Map<UUID, Optional<String>>> ask(List<UUID> people) {
    return Uni.createFrom()
        .deferred(() -> reviews.names(new ReviewService.Asked(people)))
        .ifNoItem()
        .after(settings.patience())
        .fail()
        .map(answer -> found(people, answer.names()))
        .invoke(remembered::putAll)
        .onFailure()
        .invoke(this::pause)
        .onFailure()
        .recoverWithItem(Map.of());
  }

  private static Map<UUID, Optional<String>> found(List<UUID> people, Map<UUID, String> names) {
    Map<UUID, Optional<String>> found = new HashMap<>();
    people.forEach(person -> found.put(person, Optional.ofNullable(names.get(person))));
    return found;
  }

  private boolean isPaused() {
    return ticker.read() - pausedUntil.get() < 0;
  }

  private void pause(Throwable failure) {
    if (!isPaused()) {
      LOG.warnf("answers are without names for now: %s", SafeFailure.of(failure));
    }
    pausedUntil.set(ticker.read() + settings.pause().toNanos());
  }

  @SafeVarargs
  private static Map<UUID, String> names(Map<UUID, Optional<String>>... parts) {
    Map<UUID, String> names = new HashMap<>();
    for (Map<UUID, Optional<String>> part : parts) {
      part.forEach((person, found) -> found.ifPresent(name -> names.put(person, name)));
    }
    return names;
  }
}
