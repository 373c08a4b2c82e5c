package org.evenhand.review.sample;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The texts, in their order, without what would tell whom they are about. */
@Schema(
    example =
        """
        {"texts": ["What [Colleague A] agreed anew in the open counts as agreed."]}
        """)
record RedactedTexts(List<String> texts) {}
