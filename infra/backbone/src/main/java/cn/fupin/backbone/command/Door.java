package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.Striped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where every command comes in: parsed into its type, decided once per key, answered. It knows no
 * domain; what it refuses itself is only what is not of its type.
 */
public final class Door {
    private static final Logger log = LoggerFactory.getLogger(Door.class);

    /** A clash means another instance wrote the stream first: decide again on what it wrote. */
    static final int MOST_ATTEMPTS = 5;

    private static final long PAUSE_AFTER_CLASH_NANOS = 2_000_000;

    private static final Duration LONGEST_WAIT_FOR_STREAM = Duration.ofSeconds(20);

    private static final JsonMapper CANONICAL =
            EventJson.MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final CommandBus commands;
    private final CommandLog commandLog;
    private final TransactionTemplate alone;
    private final Map<String, Reason> reasons;
    private final Clock clock;
    private final Access access;
    private final DeniedAttempts attempts;
    private final List<BodyRule> rules;

    /**
     * Commands for one stream wait here, before they hold a connection; otherwise a hot stream
     * would use up the pool and stop all others.
     */
    private final Striped<Lock> streams = Striped.lock(4096);

    public Door(
            CommandBus commands,
            CommandLog commandLog,
            TransactionTemplate alone,
            Map<String, Reason> reasons,
            Clock clock,
            Access access,
            DeniedAttempts attempts,
            List<BodyRule> rules) {
        this.commands = commands;
        this.commandLog = commandLog;
        this.alone = alone;
        this.reasons = reasons;
        this.clock = clock;
        this.access = access;
        this.attempts = attempts;
        this.rules = List.copyOf(rules);
    }

    /**
     * @param headers the request's headers by lower-case name
     * @param path the path as it was called; part of what a key stands for
     */
    <R> Answer enter(
            Endpoint<R> endpoint,
            String path,
            Map<String, String> variables,
            Map<String, String> headers,
            ObjectNode body) {
        return enter(endpoint, path, variables, headers, body, true);
    }

    /**
     * @param asked whether the sender's permission is asked for; not when the service itself sends
     */
    <R> Answer enter(
            Endpoint<R> endpoint,
            String path,
            Map<String, String> variables,
            Map<String, String> headers,
            ObjectNode body,
            boolean asked) {
        try {
            var envelope = envelope(headers, body, asked);
            if (asked) {
                access.check(
                        envelope.entry().actor(), Access.needs(endpoint.command()).permission());
            }
            Binding.refuseUnstorable(body, "");
            var sha256 =
                    Hashing.sha256()
                            .hashString(
                                    path
                                            + "\n"
                                            + CANONICAL.writeValueAsString(body)
                                            + seen(envelope),
                                    StandardCharsets.UTF_8)
                            .asBytes();
            // What a key stands for is what was sent: how texts are spelled may be asked otherwise
            // one day.
            PlainText.within(body);
            PersonalNumbers.refuse(body, endpoint.sealed());
            // an id stands in clear for ever, as its stream's name does
            variables.forEach(PersonalNumbers::refuse);
            var given = new LinkedHashMap<>(variables);
            given.put("receivedAt", envelope.entry().receivedAt().toString());
            given.put("enteredBy", envelope.entry().actor().id());
            var request = Binding.bind(body, endpoint.request(), given);
            return decideOrFail(
                    () -> endpoint.maker().make(request, envelope.entry()),
                    variables,
                    endpoint.teller(),
                    envelope,
                    sha256);
        } catch (Malformed malformed) {
            return malformed.tellsOfSealed()
                    ? attempts.keep(malformed, Envelope.actor(headers), path)
                    : Answer.malformed(malformed);
        } catch (Denied denied) {
            return attempts.keep(denied, path);
        }
    }

    /** What its author had seen is part of what a key stands for. */
    private static String seen(Envelope envelope) {
        return envelope.expectedSequence() == null ? "" : "\n" + envelope.expectedSequence();
    }

    private Envelope envelope(Map<String, String> headers, ObjectNode body, boolean asked) {
        var key = Envelope.header(headers, "Idempotency-Key");
        if (!key.matches("[A-Za-z0-9._:-]{1,100}")) {
            throw new Malformed(
                    "Idempotency-Key",
                    "key",
                    "应为 1 至 100 个字母、数字或 . _ : -",
                    "must be 1 to 100 of A-Z a-z 0-9 . _ : -");
        }
        var actor = Envelope.actor(headers);
        for (var name : new String[] {"Causation-Id", "Correlation-Id"}) {
            var value = headers.get(name.toLowerCase(Locale.ROOT));
            if (value != null && PersonalNumbers.in(value)) throw Envelope.personalNumber(name);
            if (value != null) Check.text(name, value, 100);
        }
        if (PersonalNumbers.in(key)) throw Envelope.personalNumber("Idempotency-Key");
        // the store keeps microseconds; so does every date decided from this
        var receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Envelope(
                key,
                new Entry(receivedAt, actor),
                ExpectedSequence.parse(headers.get("fupin-expected-sequence")),
                headers.get("causation-id"),
                headers.get("correlation-id"),
                asked ? access : null,
                () -> rules.forEach(rule -> rule.check(body)));
    }

    private interface Making {
        Command make();
    }

    /** Whatever goes wrong, also while an answer is kept, is one command's fault and no other's. */
    private Answer decideOrFail(
            Making making,
            Map<String, String> variables,
            Endpoint.@Nullable Teller teller,
            Envelope envelope,
            byte[] sha256) {
        try {
            return decide(making, variables, teller, envelope, sha256);
        } catch (Malformed | Denied told) {
            throw told;
        } catch (RuntimeException e) {
            return fault(e, envelope);
        }
    }

    private Answer decide(
            Making making,
            Map<String, String> variables,
            Endpoint.@Nullable Teller teller,
            Envelope envelope,
            byte[] sha256) {
        for (var attempt = 1; ; attempt++) {
            var streamId = "?";
            try {
                var command = making.make();
                streamId = command.streamId();
                var answer = inTurn(command, envelope, sha256);
                return teller == null || answer.isProblem()
                        ? answer
                        : answer.telling(teller.tell(command, envelope.entry()));
            } catch (OncePerKey.KeyTaken taken) {
                return commandLog.find(envelope.key(), sha256).orElseThrow();
            } catch (Refused refused) {
                return keep(refused, envelope, sha256);
            } catch (AggregateNotFoundException unknown) {
                return nothingThere(streamId, variables);
            } catch (UnknownId unknown) {
                return Answer.unknownId(unknown);
            } catch (RuntimeException e) {
                if (find(e, Denied.class) instanceof Denied d) throw d;
                if (find(e, Malformed.class) instanceof Malformed m) throw m;
                if (find(e, Refused.class) instanceof Refused r) return keep(r, envelope, sha256);
                var reason = reasonOf(e);
                if (reason != null) return keep(new Refused(reason), envelope, sha256);
                if (!isClash(e)) throw e;
                if (attempt == MOST_ATTEMPTS) return Answer.busy();
                LockSupport.parkNanos(attempt * PAUSE_AFTER_CLASH_NANOS);
            }
        }
    }

    /** By the name that the path has for it; what a path names first, it is about. */
    private static Answer nothingThere(String streamId, Map<String, String> variables) {
        var named = variables.entrySet().stream().findFirst().orElse(null);
        if (named == null) return Answer.unknownId(new UnknownId("id", streamId));
        var field = named.getKey();
        var id = named.getValue();
        var kind = field.replaceFirst("Id$", "").toLowerCase(Locale.ROOT);
        if (id.equals(streamId) && !id.startsWith(kind + "-")) {
            return Answer.malformed(
                    new Malformed(
                            field,
                            "id-" + kind,
                            "应以 %s- 开头".formatted(kind),
                            "must begin with %s-".formatted(kind)));
        }
        return Answer.unknownId(
                PersonalNumbers.in(id) ? UnknownId.unsaid(field) : new UnknownId(field, id));
    }

    private Answer inTurn(Command command, Envelope envelope, byte[] sha256) {
        var lock = streams.get(command.streamId());
        try {
            if (!lock.tryLock(LONGEST_WAIT_FOR_STREAM.toMillis(), TimeUnit.MILLISECONDS))
                return Answer.busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.busy();
        }
        try {
            return dispatch(command, envelope, sha256);
        } finally {
            lock.unlock();
        }
    }

    private Answer dispatch(Command command, Envelope envelope, byte[] sha256) {
        var message =
                new GenericCommandMessage<Object>(
                        command, MetaData.from(envelope.metadata(sha256)));
        var outcome = new AtomicReference<@Nullable CommandResultMessage<?>>();
        // the local command bus calls back in this thread, after the commit
        commands.dispatch(message, (sent, result) -> outcome.set(result));
        var result = Objects.requireNonNull(outcome.get());
        if (!result.isExceptional()) return ((OncePerKey.Pending) result.getPayload()).answer();
        var thrown = result.exceptionResult();
        if (thrown instanceof RuntimeException e) throw e;
        if (thrown instanceof Error e) throw e;
        throw new IllegalStateException(thrown);
    }

    /** A final refusal is kept in a transaction of its own: the one that was refused is gone. */
    private Answer keep(Refused refused, Envelope envelope, byte[] sha256) {
        var answer = Answer.refused(refused);
        if (refused.reason().retryable()) {
            return commandLog.find(envelope.key(), sha256).orElse(answer);
        }
        var kept =
                alone.execute(status -> {
                    if (!commandLog.take(envelope.key(), sha256)) return false;
                    commandLog.answer(envelope.key(), answer);
                    return true;
                });
        return Boolean.TRUE.equals(kept)
                ? answer
                : commandLog.find(envelope.key(), sha256).orElseThrow();
    }

    private static Answer fault(RuntimeException e, Envelope envelope) {
        var incident =
                UUID.nameUUIDFromBytes(
                                (envelope.key() + envelope.entry().receivedAt())
                                        .getBytes(StandardCharsets.UTF_8))
                        .toString();
        log.error("故障 fault {} in command {}", incident, envelope.key(), e);
        return Answer.fault(incident);
    }

    private @Nullable Reason reasonOf(Throwable e) {
        return find(e, PSQLException.class) instanceof PSQLException p
                        && p.getServerErrorMessage() != null
                ? reasons.get(String.valueOf(p.getServerErrorMessage().getConstraint()))
                : null;
    }

    /** Another writer was first: a sequence number taken, a deadlock, a serialization failure. */
    private static boolean isClash(Throwable e) {
        if (find(e, ConcurrencyException.class) != null) return true;
        if (find(e, TransientDataAccessException.class) != null) return true;
        return find(e, SQLException.class) instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("40")
                        || (sql.getSQLState().equals("23505")
                                && String.valueOf(sql.getMessage())
                                        .contains("events_stream_sequence")));
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable e, Class<T> type) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) return type.cast(cause);
        }
        return null;
    }
}
