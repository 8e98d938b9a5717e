package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.project.delivery.ProjectCommand.AcceptProject;
import cn.fupin.project.delivery.ProjectCommand.Acceptance;
import cn.fupin.project.delivery.ProjectCommand.ApproveProject;
import cn.fupin.project.delivery.ProjectCommand.NameBeneficiaries;
import cn.fupin.project.delivery.ProjectCommand.Naming;
import cn.fupin.project.delivery.ProjectCommand.Proposal;
import cn.fupin.project.delivery.ProjectCommand.ProposeProject;
import cn.fupin.project.delivery.ProjectCommand.ReportProgress;
import cn.fupin.project.delivery.ProjectCommand.SignContract;
import cn.fupin.project.lookup.ListedRegions;
import cn.fupin.project.lookup.RegisteredHouseholds;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A project's steps over HTTP; the door adds what other services' events have told. */
@Configuration
class ProjectApi {
    @Bean
    Endpoints projectEndpoints(ListedRegions regions, RegisteredHouseholds households) {
        return Endpoints.of(
                Endpoint.post(
                        "/projects/{projectId}/proposal",
                        Proposal.class,
                        ProposeProject.class,
                        (p, at) ->
                                new ProposeProject(
                                        p, !regions.listed(List.of(p.region())).isEmpty())),
                Endpoint.post("/projects/{projectId}/approval", ApproveProject.class),
                Endpoint.post("/projects/{projectId}/contract", SignContract.class),
                Endpoint.post("/projects/{projectId}/progress", ReportProgress.class),
                Endpoint.post(
                        "/projects/{projectId}/acceptance",
                        Acceptance.class,
                        AcceptProject.class,
                        (a, at) ->
                                new AcceptProject(
                                        a,
                                        regions.listed(
                                                a.served().stream().map(Served::region).toList()))),
                Endpoint.post(
                        "/projects/{projectId}/beneficiaries",
                        Naming.class,
                        NameBeneficiaries.class,
                        (n, at) ->
                                new NameBeneficiaries(
                                        n,
                                        households.registered(
                                                n.households().stream()
                                                        .map(Beneficiary::householdId)
                                                        .toList()))));
    }
}
