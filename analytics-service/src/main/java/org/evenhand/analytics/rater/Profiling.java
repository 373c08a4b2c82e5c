package org.evenhand.analytics.rater;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A country in which managers' ratings are profiled, from when to when, and what allows it. */
@Entity
@Table(name = "rater_profiling")
class Profiling {

  @Id
  @Column(name = "country")
  private String country;

  @Column(name = "legal_basis")
  private String legalBasis;

  @Column(name = "reason")
  private String reason;

  @Column(name = "enabled_from")
  private LocalDate enabledFrom;

  @Column(name = "enabled_until")
  private @Nullable LocalDate enabledUntil;

  @Version
  @Column(name = "version")
  private long version;

  protected Profiling() {}

  Profiling(String country, ProfilingBody body) {
    this.country = country;
    redefine(body);
  }

  final void redefine(ProfilingBody body) {
    this.legalBasis = body.legalBasis();
    this.reason = body.reason();
    this.enabledFrom = body.from();
    this.enabledUntil = body.until();
  }

  String country() {
    return country;
  }

  long version() {
    return version;
  }

  ProfilingView view() {
    return new ProfilingView(country, legalBasis, reason, enabledFrom, enabledUntil, version);
  }
}
