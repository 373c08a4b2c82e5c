package org.evenhand.review.directory.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** What the HRIS says of a person beside their assignments. Never leaves in an event. */
@Embeddable
public record Person(
    @Column(name = "given_name") String givenName,
    @Column(name = "family_name") String familyName,
    @Column(name = "email") @Nullable String email,
    @Enumerated(EnumType.STRING) @Column(name = "status") EmploymentStatus status) {}
