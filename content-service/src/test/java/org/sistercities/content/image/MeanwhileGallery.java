package org.sistercities.content.image;

import java.util.Collection;
import org.sistercities.platform.aggregate.AggregateStore;

/** A gallery in which, once, something happens between the moment somebody has asked for images and the next. */
public final class MeanwhileGallery extends Gallery {
    private Runnable meanwhile;

    public MeanwhileGallery(AggregateStore<Image> images, Runnable meanwhile) {
        super(images);
        this.meanwhile = meanwhile;
    }

    @Override
    public void mustHave(Collection<String> ids) {
        super.mustHave(ids);
        var now = meanwhile;
        meanwhile = () -> {};
        now.run();
    }
}
