package org.evenhand.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where the person worked, frozen when the review was opened. */
@Embeddable
public record Placement(
    @Column(name = "org_unit") String orgUnit,
    @Column(name = "job_level") String jobLevel,
    @Column(name = "job_family") String jobFamily,
    @Column(name = "work_location") String workLocation,
    @Column(name = "country") String country) {}
