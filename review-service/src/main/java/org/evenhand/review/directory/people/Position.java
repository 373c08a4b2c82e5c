package org.evenhand.review.directory.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where an assignment stands in the company: what eligibility and statistics go by. */
@Embeddable
public record Position(
    @Column(name = "org_unit") String orgUnit,
    @Column(name = "job_level") String jobLevel,
    @Column(name = "job_family") String jobFamily,
    @Column(name = "work_location") String workLocation,
    @Column(name = "country") String country,
    @Column(name = "legal_entity") String legalEntity,
    @Column(name = "worker_type") String workerType) {}
