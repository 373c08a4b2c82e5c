package org.evenhand.review.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.review.reading.PersonView;
import org.jspecify.annotations.Nullable;

/** A delegation as its people and their HR see it. */
@Schema(
    name = "Delegation",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000211",
         "from": {"employeeId": "019a8c1e-6f00-7000-8000-000000000002", "externalId": "L002",
                  "name": "Mark Bell"},
         "to": {"employeeId": "019a8c1e-6f00-7000-8000-000000000003", "externalId": "L003",
                "name": "Hope Quist"},
         "kinds": ["REVIEW"], "firstDay": "2026-12-07", "lastDay": "2026-12-18",
         "state": "PLANNED", "createdAt": "2026-11-29T12:00:00Z", "actions": ["revokeDelegation"]}
        """)
record DelegationView(
    UUID id,
    PersonView from,
    PersonView to,
    List<DelegatedWork> kinds,
    LocalDate firstDay,
    LocalDate lastDay,
    DelegationState state,
    Instant createdAt,
    @Nullable Instant revokedAt,
    List<String> actions) {

  static DelegationView of(Delegation delegation, Names names, LocalDate today) {
    DelegationState state = delegation.state(today);
    return new DelegationView(
        delegation.id(),
        PersonView.of(delegation.from(), names),
        PersonView.of(delegation.to(), names),
        delegation.kinds(),
        delegation.firstDay(),
        delegation.lastDay(),
        state,
        delegation.createdAt(),
        delegation.revokedAt().orElse(null),
        state.isOpen() ? List.of("revokeDelegation") : List.of());
  }
}
