package cn.fupin.backbone.example;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/** A cup held 20 beans. */
final class BeansWereCountedInCups extends SingleEventUpcaster {
    private static final SimpleSerializedType IN_CUPS = new SimpleSerializedType("BeansAdded", "0");
    private static final SimpleSerializedType NOW = new SimpleSerializedType("BeansAdded", "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return stored.getType().equals(IN_CUPS);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        return stored.upcast(
                NOW,
                ObjectNode.class,
                added -> added.put("beans", added.remove("cups").intValue() * 20),
                metadata -> metadata);
    }
}
