package cn.fupin.household.intake;

import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.command.Entry;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Unreadable;
import cn.fupin.household.region.Level;
import cn.fupin.household.region.Successions;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A village's kit is taken away, and what was filled in comes back. */
@Component
class KitHttp {
    private static final String KIT = "kit.take";

    private final Entrance entrance;
    private final Desk desk;
    private final Facts facts;
    private final Blind blind;
    private final Register register;
    private final VillageHouseholds villages;
    private final Reads reads;
    private final Successions successions;
    private final Answers answers;

    KitHttp(
            Entrance entrance,
            Desk desk,
            Facts facts,
            Blind blind,
            Register register,
            VillageHouseholds villages,
            Reads reads,
            Successions successions,
            Answers answers) {
        this.entrance = entrance;
        this.desk = desk;
        this.facts = facts;
        this.blind = blind;
        this.register = register;
        this.villages = villages;
        this.reads = reads;
        this.successions = successions;
        this.answers = answers;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/villages/{region}/visit-kit", answers.of(KIT, this::take))
                .POST("/villages/{region}/visit-kit", answers.of(KIT, this::bring))
                .build();
    }

    private ServerResponse take(ServerRequest request, Entry entry) {
        var village = village(request, entry);
        return Answers.xlsx(
                VisitKit.file(
                        village,
                        newKit(),
                        villages.of(village, entry.today()),
                        villages.toSurvey(village, entry.today())),
                "fupin-visits-" + village + ".xlsx");
    }

    /** Begins with a letter, so that no spreadsheet takes it for a number. */
    private static String newKit() {
        return "K" + UUID.randomUUID().toString().substring(24);
    }

    private ServerResponse bring(ServerRequest request, Entry entry) throws IOException {
        var village = village(request, entry);
        return desk.kit(() -> bring(request, entry, village));
    }

    private ServerResponse bring(ServerRequest request, Entry entry, String village)
            throws IOException {
        var file = Reads.body(request, VisitKit.LIMITS.fileBytes(), "file");
        var today = entry.today();
        var back =
                new KitReturn(
                        entrance,
                        facts,
                        blind,
                        entry.actor(),
                        villages.present(village, today),
                        household -> villages.gone(household, village, today),
                        today);
        try {
            var told = back.enter(file);
            var body = EventJson.MAPPER.createObjectNode();
            var counts = body.putObject("counts");
            for (var line : told) {
                var name = line.fate().name().toLowerCase(Locale.ROOT);
                counts.put(name, counts.path(name).asInt(0) + 1);
            }
            body.set("lines", EventJson.MAPPER.valueToTree(told));
            return Answers.json(200, body);
        } catch (Unreadable unreadable) {
            throw Answers.unreadable(unreadable);
        }
    }

    private String village(ServerRequest request, Entry entry) {
        var village = request.pathVariable("region");
        Level.VILLAGE.check("region", village);
        reads.check(entry, KIT, village);
        if (!register.isListedVillage(village)) throw new UnknownId("region", village);
        var home = successions.lineage().on(entry.today()).villageOf(village);
        if (home.equals(village)) return village;
        throw new Refused(ImportReason.VILLAGE_ENDED, Map.of("village", home));
    }
}
