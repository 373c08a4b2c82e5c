package org.evenhand.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The last days for this review, with its unit's and country's own dates worked in. */
@Embeddable
public record DueDates(
    @Column(name = "self_due") LocalDate selfReview,
    @Column(name = "manager_due") LocalDate managerReview,
    @Column(name = "calibration_due") LocalDate calibration,
    @Column(name = "share_due") LocalDate share,
    @Column(name = "appeal_until") LocalDate appealWindow) {}
