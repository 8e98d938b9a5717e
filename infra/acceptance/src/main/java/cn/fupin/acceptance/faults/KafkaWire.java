package cn.fupin.acceptance.faults;

import cn.fupin.acceptance.faults.WireProxy.Moment;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Kafka's requests, by their number: 26 ends a transaction. */
final class KafkaWire implements WireProxy.Wire {
    private static final short END_TXN = 26;
    private static final int LONGEST = 128 << 20;

    /** Correlation ids of requests that end a transaction and are not answered yet. */
    private final Set<Integer> ending = ConcurrentHashMap.newKeySet();

    private final ThreadLocal<@Nullable Moment> now = new ThreadLocal<>();

    @Override
    public @Nullable Moment moment() {
        return now.get();
    }

    @Override
    public byte @Nullable [] fromClient(DataInputStream in) throws IOException {
        now.remove();
        byte[] message = framed(in);
        if (message != null && message.length >= 12) {
            var fields = ByteBuffer.wrap(message, 4, 8);
            if (fields.getShort() == END_TXN) {
                fields.getShort();
                ending.add(fields.getInt());
                now.set(Moment.PRODUCED_BEFORE_END);
            }
        }
        return message;
    }

    @Override
    public byte @Nullable [] fromServer(DataInputStream in) throws IOException {
        now.remove();
        byte[] message = framed(in);
        if (message != null
                && message.length >= 8
                && ending.remove(ByteBuffer.wrap(message, 4, 4).getInt())) {
            now.set(Moment.TRANSACTION_ENDED);
        }
        return message;
    }

    private static byte @Nullable [] framed(DataInputStream in) throws IOException {
        byte[] head = WireProxy.exactly(in, new byte[0], 4);
        if (head == null) {
            return null;
        }
        int length = ByteBuffer.wrap(head).getInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("no message of Kafka's: " + length + " bytes");
        }
        return WireProxy.exactly(in, head, length);
    }
}
