package org.evenhand.analytics.publication;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Phase;

/** Of which earlier edition and phase the figures of a group are. */
@Schema(
    name = "FigureSource",
    description =
        "The figures are those of an earlier edition or phase, from which too few people differ to"
            + " be shown.")
public record FigureSource(int edition, Moment moment, Instant publishedAt, Phase phase) {}
