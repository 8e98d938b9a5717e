package cn.fupin.household.intake;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.household.intake.ImportCommand.Asked;
import cn.fupin.household.intake.ImportCommand.ReceiveImport;
import cn.fupin.household.intake.ImportCommand.TellRun;
import cn.fupin.household.intake.ImportCommand.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

@Configuration(proxyBeanMethods = false)
class ImportApi {
    /** The imports' own commands, which nobody outside can send. */
    record Commands(Endpoint<Asked> receipt, Endpoint<Asked> runResult) {}

    @Bean
    Commands importCommands(Imports imports) {
        return new Commands(
                Endpoint.post(
                        "/imports/{importId}/receipt",
                        Asked.class,
                        ReceiveImport.class,
                        (asked, _) -> new ReceiveImport(asked, upload(imports, asked.importId()))),
                Endpoint.post(
                        "/imports/{importId}/run-result",
                        Asked.class,
                        TellRun.class,
                        (asked, _) -> new TellRun(asked, imports.result(asked.importId()))));
    }

    private static @Nullable Upload upload(Imports imports, String importId) {
        var row = imports.find(importId);
        return row == null
                ? null
                : new Upload(
                        row.region(),
                        row.sha256(),
                        row.bytes(),
                        row.asOf(),
                        row.households(),
                        row.members(),
                        row.badHouseholds(),
                        row.strayLines());
    }

    @Bean
    RouterFunction<ServerResponse> importRoutes(ImportHttp imports, KitHttp kits) {
        return imports.routes().and(kits.routes());
    }
}
