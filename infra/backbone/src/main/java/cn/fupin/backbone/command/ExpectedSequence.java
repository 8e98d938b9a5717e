package cn.fupin.backbone.command;

import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Whoever wrote a command without seeing today's stream says what was seen; when the stream has
 * moved on since, nothing is changed and both are told.
 */
public final class ExpectedSequence {
    static final String HEADER = "Fupin-Expected-Sequence";
    static final String METADATA = "expectedSequence";

    /** The stream is not there yet. */
    private static final long NONE = -1;

    private enum MovedOn implements Reason {
        STREAM_MOVED_ON;

        @Override
        public boolean retryable() {
            return false;
        }

        @Override
        public String zh() {
            return "填写之后该档案已有变动，未作任何改变，请核对后重新填写";
        }

        @Override
        public String en() {
            return "The stream has moved on since this was written; nothing was changed.";
        }
    }

    private ExpectedSequence() {}

    static @Nullable Long parse(@Nullable String header) {
        if (header == null) return null;
        if (!header.matches("-1|\\d{1,12}")) {
            throw new Malformed(
                    HEADER,
                    "sequence",
                    "应为所见最后一条事件的序号，尚无则为 -1",
                    "must be the sequence of the last event seen, or -1 for none");
        }
        return Long.valueOf(header);
    }

    /**
     * Asked by the stream itself before it decides.
     *
     * @param last the sequence of its last event, null when there is none
     */
    public static void check(String streamId, @Nullable Long last) {
        if (!CurrentUnitOfWork.isStarted()) return;
        var message = CurrentUnitOfWork.get().getMessage();
        // what the author saw is the stream the command was sent to, and no other it reaches
        if (message.getPayload() instanceof Command command
                && !command.streamId().equals(streamId)) {
            return;
        }
        var expected = message.getMetaData().get(METADATA);
        var actual = last == null ? NONE : last;
        if (expected == null || expected.equals(actual)) return;
        throw new Refused(
                MovedOn.STREAM_MOVED_ON,
                Map.of("streamId", streamId, "expected", expected, "actual", actual));
    }
}
