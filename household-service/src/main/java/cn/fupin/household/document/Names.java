package cn.fupin.household.document;

import cn.fupin.household.document.Dossier.Helper;
import cn.fupin.household.document.Dossier.Resident;
import cn.fupin.household.measure.MeasureItem;
import cn.fupin.household.naming.HelperEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How members and helpers are named on a form: with stars, unless somebody entitled was told their
 * names for it.
 *
 * @param revealed by personId; empty when nobody was told
 * @param erased of whom nothing is shown any more
 * @param helpers by id, as last named on the day of the form
 * @param kinds of measures, as the place calls them
 */
record Names(
        Map<String, Revealed> revealed,
        Set<String> erased,
        Map<String, Naming> helpers,
        Kinds kinds) {
    Names(Map<String, Revealed> revealed, Set<String> erased, Map<String, Naming> helpers) {
        this(revealed, erased, helpers, Kinds.NATIONAL);
    }

    static final String ERASED = "（已删除）";

    private static final String UNNAMED = "未录姓名";
    private static final Pattern UUID_AT_THE_END =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

    /**
     * What a stream says of a helper.
     *
     * @param said the last word up to the day
     * @param lastSequence of that word
     * @param sha256 over the stored bytes of all words up to it
     */
    record Naming(HelperEvent said, long lastSequence, String sha256) {
        String streamId() {
            return HelperEvent.streamOf(said.helperId());
        }
    }

    /** What was told of a person; null is what was not asked for or never entered. */
    record Revealed(
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable String phone,
            @Nullable String cardNumber,
            @Nullable String disabilityCertificate) {
        /** Never the data: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Revealed[*]";
        }
    }

    static Names masked(Set<String> erased) {
        return masked(erased, Map.of());
    }

    static Names masked(Set<String> erased, Map<String, Naming> helpers) {
        return new Names(Map.of(), erased, helpers);
    }

    Names calling(Kinds measures) {
        return new Names(revealed, erased, helpers, measures);
    }

    MeasureItem kind(String code, Dossier dossier) {
        return kinds.of(code, dossier.region());
    }

    /** Each once, in the order they are said. */
    String ofKinds(Stream<String> codes, Dossier dossier) {
        return codes.distinct()
                .map(code -> kind(code, dossier).name())
                .collect(Collectors.joining("、"));
    }

    /** Of those whom these households name, in the order of their ids. */
    List<Naming> namings(List<Dossier> dossiers) {
        return dossiers.stream()
                .flatMap(d -> d.helperIds().stream())
                .distinct()
                .sorted()
                .flatMap(id -> Stream.ofNullable(helpers.get(id)))
                .toList();
    }

    private @Nullable HelperEvent said(String helperId) {
        var naming = helpers.get(helperId);
        return naming == null ? null : naming.said();
    }

    boolean areFull() {
        return !revealed.isEmpty();
    }

    String of(Resident resident) {
        if (erased.contains(resident.personId())) return ERASED;
        var told = revealed.get(resident.personId());
        return told == null || told.name() == null ? resident.maskedName() : told.name();
    }

    String ofHead(Dossier dossier) {
        return of(dossier.householder());
    }

    String ofHelper(@Nullable Helper helper) {
        if (helper == null) return "";
        return said(helper.helperId()) == null
                ? "%s（%s）".formatted(UNNAMED, brief(helper.helperId()))
                : ofHelper(helper.helperId());
    }

    /**
     * The name, with the id beside it unless it is told in full; what is not the id of anybody who
     * was named, an office among them, as it stands.
     */
    String ofHelper(String helperId) {
        var named = said(helperId);
        if (named == null) return brief(helperId);
        var told = revealed.get(named.personId());
        return told != null && told.name() != null
                ? told.name()
                : "%s（%s）".formatted(masked(named), brief(helperId));
    }

    /** Of an id with a UUID at its end what a person can read out: its beginning and its last. */
    static String brief(String id) {
        return UUID_AT_THE_END.matcher(id).find()
                ? id.substring(0, 8) + "…" + id.substring(id.length() - 4)
                : id;
    }

    /**
     * By id, how a column that is narrow calls the helpers of these households: by the name alone,
     * with the id beside it where another's is the same, and by the id where nobody named the
     * helper.
     */
    Map<String, String> briefly(List<Dossier> dossiers) {
        var called = new HashMap<String, String>();
        for (var d : dossiers) {
            var helper = d.helper();
            if (helper == null) continue;
            var named = said(helper.helperId());
            called.put(helper.helperId(), named == null ? brief(helper.helperId()) : masked(named));
        }
        var alike =
                called.values().stream()
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        called.replaceAll((id, name) ->
                alike.getOrDefault(name, 0L) > 1 ? "%s（%s）".formatted(name, brief(id)) : name);
        return called;
    }

    private String masked(HelperEvent named) {
        return erased.contains(named.personId()) ? ERASED : named.maskedName();
    }

    /** As assigned, or where the helper works since. */
    String unitOf(@Nullable Helper helper) {
        if (helper == null) return "";
        var named = said(helper.helperId());
        return named == null || named.occurredOn().isBefore(helper.since())
                ? helper.unit()
                : named.unit();
    }

    /** Empty unless it was told: it is written in by hand then. */
    String phoneOf(@Nullable Helper helper) {
        var named = helper == null ? null : said(helper.helperId());
        var told = named == null ? null : revealed.get(named.personId());
        return told == null || told.phone() == null ? "" : told.phone();
    }
}
