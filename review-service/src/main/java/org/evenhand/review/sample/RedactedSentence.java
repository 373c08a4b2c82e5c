package org.evenhand.review.sample;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The text without what would tell whom it is about. */
@Schema(
    example =
        """
        {"text": "What [Colleague A] agreed anew in the open counts as agreed."}
        """)
record RedactedSentence(String text) {}
