import {
  defaultProvider
} from "./chunk-LOUXQ6SE.js";
import {
  AwsEc2QueryProtocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-ZDK73X6D.js";
import {
  Sha256Node
} from "./chunk-SEP3JEM5.js";
import {
  init_node_http,
  node_http_default
} from "./chunk-EIJRQB25.js";
import {
  NodeHttpHandler,
  node_https_default
} from "./chunk-ZEIDAVFV.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getDefaultSocketTimeout,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-CKVJZ5LQ.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveHttpHandlerRuntimeConfig,
  resolveRegionConfig
} from "./chunk-XIFDHLLN.js";
import {
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-6MLQHGEA.js";

// lib/errors.js
var BakeError = class extends Error {
  name = "BakeError";
  remedy;
  constructor(message, options = {}) {
    super(message, "cause" in options ? { cause: options.cause } : void 0);
    this.remedy = options.remedy;
  }
};
var ProblemsError = class extends BakeError {
  name = "ProblemsError";
  problems;
  /** @param summary what the problems have in common, without a final stop, e.g. "3 inputs are not valid" */
  constructor(summary2, problems) {
    super(`${summary2}:
${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
};
var CancelledError = class extends BakeError {
  name = "CancelledError";
};
var SupersededError = class extends CancelledError {
  name = "SupersededError";
};
function messageOf(thrown) {
  if (thrown instanceof Error)
    return thrown.message || thrown.name;
  return String(thrown);
}
function causesOf(thrown) {
  const causes = [];
  let cause = thrown instanceof BakeError ? thrown.cause : thrown;
  while (cause !== void 0 && cause !== null && causes.length < 10) {
    causes.push(cause instanceof Error && !(cause instanceof BakeError) ? cause.stack ?? messageOf(cause) : messageOf(cause));
    cause = cause instanceof Error ? cause.cause : void 0;
  }
  return causes;
}

// node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthSchemeProvider.js
var defaultEC2HttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "ec2",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultEC2HttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "ec2"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-ec2/package.json
var package_default = {
  name: "@aws-sdk/client-ec2",
  version: "3.1169.0",
  description: "AWS SDK for JavaScript Ec2 Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-ec2",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-ec2"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    test: "yarn g:vitest run --passWithNoTests",
    "test:watch": "yarn g:vitest watch --passWithNoTests",
    "test:integration": "yarn g:vitest run --passWithNoTests -c vitest.config.integ.mts",
    "test:integration:watch": "yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts",
    "test:e2e": "yarn g:vitest run -c vitest.config.e2e.mts",
    "test:e2e:watch": "yarn g:vitest watch -c vitest.config.e2e.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.981.0",
    "@aws-sdk/credential-provider-node": "^3.972.97",
    "@aws-sdk/middleware-sdk-ec2": "^3.972.72",
    "@aws-sdk/types": "^3.975.1",
    "@smithy/core": "^3.40.0",
    "@smithy/fetch-http-handler": "^5.8.1",
    "@smithy/node-http-handler": "^4.14.2",
    "@smithy/types": "^4.20.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@smithy/snapshot-testing": "^2.4.0",
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2",
    vitest: "^4.0.17"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = {};
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]],
    ["stringEquals", [{ fn: f, argv: [h, "name"] }, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://ec2-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://ec2.{Region}.amazonaws.com", i],
    ["https://ec2-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://ec2.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://ec2.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  13,
  3,
  1,
  4,
  r + 12,
  2,
  5,
  r + 12,
  3,
  8,
  6,
  4,
  7,
  r + 11,
  5,
  r + 9,
  r + 10,
  4,
  11,
  9,
  6,
  10,
  r + 8,
  7,
  r + 6,
  r + 7,
  5,
  12,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  14,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-ec2/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-ec2/dist-es/models/EC2ServiceException.js
var EC2ServiceException = class _EC2ServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.ec2#EC2ServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _EC2ServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js
var _AFNI = "AdditionalFlexibleNetworkInterfaces";
var _AItt = "AttachmentId";
var _ALI = "AmiLaunchIndex";
var _ALT = "AttachmentLimitType";
var _ARS = "AutoRecoverySupported";
var _ARll = "AllRegions";
var _ARss = "AssociatedResource";
var _ARuto = "AutoRecovery";
var _ASSm = "AmdSevSnp";
var _ATLr = "ArchitectureTypeList";
var _ATtt = "AttachTime";
var _AVt = "AttributeValue";
var _AZ = "AvailabilityZone";
var _AZI = "AvailabilityZoneId";
var _Acc = "Accelerators";
var _Ad = "Add";
var _Af = "Affinity";
var _Ar = "Arn";
var _Arc = "Architecture";
var _Ass = "Association";
var _At = "Attribute";
var _Att = "Attachment";
var _Atta = "Attachments";
var _BBIG = "BaselineBandwidthInGbps";
var _BBIM = "BaselineBandwidthInMbps";
var _BDM = "BlockDeviceMapping";
var _BDML = "BlockDeviceMappingList";
var _BDMRL = "BlockDeviceMappingRequestList";
var _BDMl = "BlockDeviceMappings";
var _BIa = "BaselineIops";
var _BM = "BootMode";
var _BMO = "BootModeOverride";
var _BMTL = "BootModeTypeList";
var _BMa = "BareMetal";
var _BPS = "BurstablePerformanceSupported";
var _BTIMB = "BaselineThroughputInMBps";
var _BW = "BandwidthWeighting";
var _BWTL = "BandwidthWeightingTypeList";
var _BWa = "BandwidthWeightings";
var _CBI = "CapacityBlockId";
var _CCL = "CoreCountList";
var _CCor = "CoreCount";
var _CDM = "CompletionDurationMinutes";
var _CDr = "CreationDate";
var _CFAS = "CriticalFixAvailableSince";
var _CGur = "CurrentGeneration";
var _CI = "CarrierIp";
var _CIBM = "CurrentInstanceBootMode";
var _CIR = "CopyImageRequest";
var _CIRo = "CopyImageResult";
var _CIRr = "CreateImageRequest";
var _CIRre = "CreateImageResult";
var _CIT = "CopyImageTags";
var _CIopy = "CopyImage";
var _CIor = "CoreInfo";
var _CIr = "CreateImage";
var _CO = "CpuOptions";
var _COI = "CustomerOwnedIp";
var _CRI = "CapacityReservationId";
var _CRP = "CapacityReservationPreference";
var _CRRGA = "CapacityReservationResourceGroupArn";
var _CRSR = "CapacityReservationSpecificationResponse";
var _CRSa = "CapacityReservationSpecification";
var _CRT = "CapacityReservationTarget";
var _CRTR = "CapacityReservationTargetResponse";
var _CT = "ClientToken";
var _CTC = "ConnectionTrackingConfiguration";
var _CTR = "CreateTagsRequest";
var _CTSRo = "ConnectionTrackingSpecificationResponse";
var _CTomp = "CompletionTime";
var _CTre = "CreateTime";
var _CTreat = "CreateTags";
var _CVP = "CreateVolumePermission";
var _CVPL = "CreateVolumePermissionList";
var _CVPM = "CreateVolumePermissionModifications";
var _CVPr = "CreateVolumePermissions";
var _Co = "Code";
var _Conf = "Configured";
var _Cou = "Count";
var _DAS = "DeleteAssociatedSnapshots";
var _DAZ = "DestinationAvailabilityZone";
var _DAZI = "DestinationAvailabilityZoneId";
var _DAep = "DeprecateAt";
var _DCTC = "DefaultConnectionTrackingConfiguration";
var _DCef = "DefaultCores";
var _DEKI = "DataEncryptionKeyId";
var _DEQCPI = "DefaultEnaQueueCountPerInterface";
var _DHS = "DedicatedHostsSupported";
var _DI = "DeviceIndex";
var _DIA = "DescribeImageAttribute";
var _DIAR = "DescribeImageAttributeRequest";
var _DIDP = "DisableImageDeregistrationProtection";
var _DIDPR = "DisableImageDeregistrationProtectionRequest";
var _DIDPRi = "DisableImageDeregistrationProtectionResult";
var _DILi = "DiskInfoList";
var _DIRer = "DeregisterImageRequest";
var _DIRere = "DeregisterImageResult";
var _DIRes = "DescribeImagesRequest";
var _DIResc = "DescribeImagesResult";
var _DIRescr = "DescribeInstancesRequest";
var _DIRescri = "DescribeInstancesResult";
var _DITRes = "DescribeInstanceTypesRequest";
var _DITResc = "DescribeInstanceTypesResult";
var _DITe = "DescribeInstanceTypes";
var _DIer = "DeregisterImage";
var _DIes = "DescribeImages";
var _DIesc = "DescribeInstances";
var _DIisk = "DiskInfo";
var _DN = "DeviceName";
var _DNCI = "DefaultNetworkCardIndex";
var _DOA = "DestinationOutpostArn";
var _DOT = "DeleteOnTermination";
var _DPer = "DeregistrationProtection";
var _DR = "DryRun";
var _DRRe = "DescribeRegionsRequest";
var _DRRes = "DescribeRegionsResult";
var _DRes = "DescribeRegions";
var _DSAR = "DescribeSnapshotAttributeRequest";
var _DSARe = "DescribeSnapshotAttributeResult";
var _DSAe = "DescribeSnapshotAttribute";
var _DSR = "DeleteSnapshotRequest";
var _DSRC = "DeleteSnapshotReturnCode";
var _DSRS = "DeleteSnapshotResultSet";
var _DSRel = "DeleteSnapshotResults";
var _DSRes = "DescribeSnapshotsRequest";
var _DSResc = "DescribeSnapshotsResult";
var _DSele = "DeleteSnapshot";
var _DSes = "DescribeSnapshots";
var _DTET = "DefaultTcpEstablishedTimeout";
var _DTPC = "DefaultThreadsPerCore";
var _DTe = "DeprecationTime";
var _DUST = "DefaultUdpStreamTimeout";
var _DUT = "DefaultUdpTimeout";
var _DVC = "DefaultVCpus";
var _DVRes = "DescribeVolumesRequest";
var _DVResc = "DescribeVolumesResult";
var _DVes = "DescribeVolumes";
var _De = "Description";
var _Dev = "Device";
var _Dis = "Disks";
var _EBD = "EbsBlockDevice";
var _EBSL = "ExecutableByStringList";
var _EBx = "ExecutableBy";
var _ECI = "EbsCardIndex";
var _ECIL = "EbsCardInfoList";
var _ECIb = "EbsCardInfo";
var _ECb = "EbsCards";
var _EGA = "ElasticGpuAssociation";
var _EGAI = "ElasticGpuAssociationId";
var _EGAL = "ElasticGpuAssociationList";
var _EGAS = "ElasticGpuAssociationState";
var _EGAT = "ElasticGpuAssociationTime";
var _EGAl = "ElasticGpuAssociations";
var _EGIl = "ElasticGpuId";
var _EIAA = "ElasticInferenceAcceleratorAssociation";
var _EIAAI = "ElasticInferenceAcceleratorAssociationId";
var _EIAAL = "ElasticInferenceAcceleratorAssociationList";
var _EIAAS = "ElasticInferenceAcceleratorAssociationState";
var _EIAAT = "ElasticInferenceAcceleratorAssociationTime";
var _EIAAl = "ElasticInferenceAcceleratorArn";
var _EIAAla = "ElasticInferenceAcceleratorAssociations";
var _EIBD = "EbsInstanceBlockDevice";
var _EID = "EnableImageDeprecation";
var _EIDP = "EnableImageDeregistrationProtection";
var _EIDPR = "EnableImageDeregistrationProtectionRequest";
var _EIDPRn = "EnableImageDeregistrationProtectionResult";
var _EIDR = "EnableImageDeprecationRequest";
var _EIDRn = "EnableImageDeprecationResult";
var _EITS = "EncryptionInTransitSupported";
var _EIb = "EbsInfo";
var _EIf = "EfaInfo";
var _EO = "EbsOptimized";
var _EOI = "EbsOptimizedInfo";
var _EOS = "EbsOptimizedSupport";
var _EOn = "EnclaveOptions";
var _EQC = "EnaQueueCount";
var _ERNDAAAAR = "EnableResourceNameDnsAAAARecord";
var _ERNDAR = "EnableResourceNameDnsARecord";
var _ESE = "EnaSrdEnabled";
var _ESS = "EnaSrdSpecification";
var _ESSn = "EnaSrdSupported";
var _ESUE = "EnaSrdUdpEnabled";
var _ESUS = "EnaSrdUdpSpecification";
var _ESf = "EfaSupported";
var _ESn = "EncryptionSupport";
var _ESna = "EnaSupport";
var _EU = "ExecutableUsers";
var _Eb = "Ebs";
var _En = "Enabled";
var _Enc = "Encrypted";
var _Endp = "Endpoint";
var _FDI = "FpgaDeviceInfo";
var _FDIL = "FpgaDeviceInfoList";
var _FDMI = "FpgaDeviceMemoryInfo";
var _FEQS = "FlexibleEnaQueuesSupport";
var _FIpga = "FpgaInfo";
var _FLi = "FilterList";
var _FRa = "FastRestored";
var _FSD = "FindingScanDate";
var _FSSIB = "FullSnapshotSizeInBytes";
var _FTE = "FreeTierEligible";
var _Fi = "Filters";
var _Fil = "Filter";
var _Fp = "Fpgas";
var _G = "Groups";
var _GDI = "GpuDeviceInfo";
var _GDIL = "GpuDeviceInfoList";
var _GDMI = "GpuDeviceMemoryInfo";
var _GIBPAS = "GetImageBlockPublicAccessState";
var _GIBPASR = "GetImageBlockPublicAccessStateRequest";
var _GIBPASRe = "GetImageBlockPublicAccessStateResult";
var _GIL = "GroupIdentifierList";
var _GIp = "GpuInfo";
var _GIr = "GroupId";
var _GIrou = "GroupIdentifier";
var _GN = "GroupName";
var _GNSL = "GroupNameStringList";
var _GNr = "GroupNames";
var _GPS = "GpuPartitionSize";
var _Ge = "Geography";
var _Gp = "Gpus";
var _Gr = "Group";
var _HBD = "HiddenByDefault";
var _HE = "HttpEndpoint";
var _HFAS = "HighFixAvailableSince";
var _HFSL = "HighestFindingSeverityLabel";
var _HIo = "HostId";
var _HO = "HibernationOptions";
var _HPI = "HttpProtocolIpv6";
var _HPRHL = "HttpPutResponseHopLimit";
var _HRGA = "HostResourceGroupArn";
var _HS = "HibernationSupported";
var _HT = "HttpTokens";
var _HTo = "HostnameType";
var _Hy = "Hypervisor";
var _I = "Id";
var _IA = "Ipv6Addresses";
var _IAESS = "InstanceAttachmentEnaSrdSpecification";
var _IAESUS = "InstanceAttachmentEnaSrdUdpSpecification";
var _IAIn = "InferenceAcceleratorInfo";
var _IAPI = "Ipv4AddressesPerInterface";
var _IAPIp = "Ipv6AddressesPerInterface";
var _IAPSI = "Ipv4AddressesPerSecondaryInterface";
var _IAm = "ImageAllowed";
var _IAma = "ImageAttribute";
var _IApv = "Ipv6Address";
var _IBDM = "InstanceBlockDeviceMapping";
var _IBDML = "InstanceBlockDeviceMappingList";
var _IBPAS = "ImageBlockPublicAccessState";
var _ID = "IncludeDeprecated";
var _IDI = "InferenceDeviceInfo";
var _IDIL = "InferenceDeviceInfoList";
var _IDMI = "InferenceDeviceMemoryInfo";
var _IDn = "IncludeDisabled";
var _IFAS = "InformationalFixAvailableSince";
var _II = "InstanceId";
var _IIA = "InstanceIpv6Address";
var _IIAL = "InstanceIpv6AddressList";
var _IIP = "IamInstanceProfile";
var _IIPL = "InstanceIpv4PrefixList";
var _IIPLn = "InstanceIpv6PrefixList";
var _IIPn = "InstanceIpv4Prefix";
var _IIPns = "InstanceIpv6Prefix";
var _IISL = "ImageIdStringList";
var _IISLn = "InstanceIdStringList";
var _IIm = "ImageId";
var _IIma = "ImageIds";
var _IIn = "InstanceIds";
var _IL = "ImageLocation";
var _ILm = "ImageList";
var _ILn = "InstanceLifecycle";
var _ILns = "InstanceList";
var _IMO = "InstanceMaintenanceOptions";
var _IMORnst = "InstanceMetadataOptionsResponse";
var _IMR = "IncludeManagedResources";
var _IMT = "InstanceMetadataTags";
var _INI = "InstanceNetworkInterface";
var _INIA = "InstanceNetworkInterfaceAssociation";
var _INIAn = "InstanceNetworkInterfaceAttachment";
var _INIL = "InstanceNetworkInterfaceList";
var _INPO = "InstanceNetworkPerformanceOptions";
var _IOA = "ImageOwnerAlias";
var _IOI = "IpOwnerId";
var _IOS = "InstanceOwningService";
var _IPIA = "InstancePrivateIpAddress";
var _IPIAL = "InstancePrivateIpAddressList";
var _IPIs = "IsPrimaryIpv6";
var _IPp = "Ipv6Prefixes";
var _IPpv = "Ipv6Prefix";
var _IPpvr = "Ipv4Prefixes";
var _IPpvre = "Ipv4Prefix";
var _ISIA = "InstanceSecondaryInterfaceAttachment";
var _ISIL = "InstanceSecondaryInterfaceList";
var _ISIPIA = "InstanceSecondaryInterfacePrivateIpAddress";
var _ISIPIAL = "InstanceSecondaryInterfacePrivateIpAddressList";
var _ISIn = "InstanceSecondaryInterface";
var _ISIns = "InstanceStorageInfo";
var _ISSn = "InstanceStorageSupported";
var _ISmd = "ImdsSupport";
var _ISnsta = "InstanceState";
var _ISpvu = "Ipv6Supported";
var _IT = "InstanceType";
var _ITILn = "InstanceTypeInfoList";
var _ITIn = "InstanceTypeInfo";
var _ITIns = "InstanceTypeItem";
var _ITSn = "InstanceTypeSpecification";
var _ITm = "ImageType";
var _ITnst = "InstanceTypes";
var _ITnt = "InterfaceType";
var _ITnte = "InterfaceTypes";
var _IUIR = "IncludeUnsupportedInRegion";
var _IW = "ImageWatermarks";
var _IWL = "ImageWatermarkList";
var _IWm = "ImageWatermark";
var _Im = "Images";
var _Ima = "Image";
var _In = "Instance";
var _Ins = "Instances";
var _Io = "Iops";
var _K = "Key";
var _KI = "KernelId";
var _KKI = "KmsKeyId";
var _KN = "KeyName";
var _LCA = "LicenseConfigurationArn";
var _LCi = "LicenseConfiguration";
var _LFAS = "LowFixAvailableSince";
var _LGC = "LogicalGpuCount";
var _LL = "LicenseList";
var _LLT = "LastLaunchedTime";
var _LPL = "LaunchPermissionList";
var _LPM = "LaunchPermissionModifications";
var _LPa = "LaunchPermissions";
var _LPau = "LaunchPermission";
var _LTau = "LaunchTime";
var _Lic = "Licenses";
var _MAE = "MultiAttachEnabled";
var _MAIe = "MediaAcceleratorInfo";
var _MAa = "MacAddress";
var _MB = "ManagedBy";
var _MBIM = "MaximumBandwidthInMbps";
var _MCIL = "MetricCategoryIdList";
var _MCIe = "MetricCategoryIds";
var _MDI = "MediaDeviceInfo";
var _MDIL = "MediaDeviceInfoList";
var _MDMI = "MediaDeviceMemoryInfo";
var _MEA = "MaximumEbsAttachments";
var _MEC = "MaximumEbsCards";
var _MEI = "MaximumEfaInterfaces";
var _MEQC = "MaximumEnaQueueCount";
var _MEQCPI = "MaximumEnaQueueCountPerInterface";
var _MFAS = "MediumFixAvailableSince";
var _MI = "MaximumIops";
var _MIA = "ModifyImageAttribute";
var _MIAR = "ModifyImageAttributeRequest";
var _MIe = "MemoryInfo";
var _MNC = "MaximumNetworkCards";
var _MNI = "MaximumNetworkInterfaces";
var _MO = "MetadataOptions";
var _MOa = "MaintenanceOptions";
var _MR = "MaxResults";
var _MSA = "ModifySnapshotAttribute";
var _MSAR = "ModifySnapshotAttributeRequest";
var _MSNI = "MaximumSecondaryNetworkInterfaces";
var _MTIMB = "MaximumThroughputInMBps";
var _Man = "Manufacturer";
var _Mana = "Managed";
var _Me = "Message";
var _Mon = "Monitoring";
var _N = "Name";
var _NC = "NetworkCards";
var _NCI = "NetworkCardIndex";
var _NCIL = "NetworkCardInfoList";
var _NCITL = "NetworkCardInterfaceTypeList";
var _NCIe = "NetworkCardInfo";
var _ND = "NoDevice";
var _NDCI = "NeuronDeviceCoreInfo";
var _NDI = "NeuronDeviceInfo";
var _NDIL = "NeuronDeviceInfoList";
var _NDMI = "NeuronDeviceMemoryInfo";
var _NDe = "NeuronDevices";
var _NES = "NitroEnclavesSupport";
var _NII = "NetworkInterfaceId";
var _NIet = "NetworkInterfaces";
var _NIetw = "NetworkInfo";
var _NIeu = "NeuronInfo";
var _NPO = "NetworkPerformanceOptions";
var _NPe = "NetworkPerformance";
var _NR = "NoReboot";
var _NS = "NvmeSupport";
var _NTI = "NitroTpmInfo";
var _NTS = "NitroTpmSupport";
var _NTSVL = "NitroTpmSupportedVersionsList";
var _NTe = "NextToken";
var _NV = "NestedVirtualization";
var _OA = "OutpostArn";
var _OASL = "OrganizationArnStringList";
var _OArg = "OrganizationArn";
var _OArga = "OrganizationArns";
var _OAw = "OwnerAlias";
var _OI = "OwnerId";
var _OIS = "OptInStatus";
var _OIw = "OwnerIds";
var _ORper = "OperatorResponse";
var _OSL = "OwnerStringList";
var _OTp = "OperationType";
var _OUA = "OrganizationalUnitArn";
var _OUASL = "OrganizationalUnitArnStringList";
var _OUAr = "OrganizationalUnitArns";
var _Op = "Operator";
var _Ow = "Owners";
var _Own = "Owner";
var _P = "Principal";
var _PBIG = "PeakBandwidthInGbps";
var _PCIr = "ProductCodeId";
var _PCLr = "ProductCodeList";
var _PCSL = "ProductCodeStringList";
var _PCT = "ProductCodeType";
var _PCr = "ProductCode";
var _PCro = "ProductCodes";
var _PDN = "PrivateDnsName";
var _PDNO = "PrivateDnsNameOptions";
var _PDNORr = "PrivateDnsNameOptionsResponse";
var _PDNub = "PublicDnsName";
var _PDl = "PlatformDetails";
var _PGIl = "PlacementGroupInfo";
var _PGSL = "PlacementGroupStrategyList";
var _PI = "PublicIp";
var _PIAr = "PrivateIpAddress";
var _PIAri = "PrivateIpAddresses";
var _PIAu = "PublicIpAddress";
var _PIro = "ProcessorInfo";
var _PN = "PartitionNumber";
var _PSPN = "PublicSsmParameterName";
var _PSh = "PhcSupport";
var _Pl = "Platform";
var _Pla = "Placement";
var _Prim = "Primary";
var _Pro = "Progress";
var _Pu = "Public";
var _R = "Return";
var _RBUI = "RestorableByUserIds";
var _RBe = "RestorableBy";
var _RC = "ReturnCode";
var _RDN = "RootDeviceName";
var _RDT = "RootDeviceType";
var _RDTL = "RootDeviceTypeList";
var _RETe = "RestoreExpiryTime";
var _RGL = "RegionGeographyList";
var _RGe = "RegionGeography";
var _RIa = "RamdiskId";
var _RIe = "ReservationId";
var _RIeq = "RequesterId";
var _RIeso = "ResourceId";
var _RL = "RegionList";
var _RLe = "ReservationList";
var _RMS = "RebootMigrationSupport";
var _RMe = "RebootMigration";
var _RN = "RegionName";
var _RNSL = "RegionNameStringList";
var _RNe = "RegionNames";
var _RTe = "ResourceType";
var _Reg = "Regions";
var _Regi = "Region";
var _Rem = "Remove";
var _Res = "Resources";
var _Rese = "Reservations";
var _Reser = "Reservation";
var _SAPFL = "SupportedAdditionalProcessorFeatureList";
var _SAup = "SupportedArchitectures";
var _SBM = "SupportedBootModes";
var _SCCDM = "SnapshotCopyCompletionDurationMinutes";
var _SCSIG = "SustainedClockSpeedInGhz";
var _SDC = "SourceDestCheck";
var _SDp = "SpreadDomain";
var _SF = "SupportedFeatures";
var _SGe = "SecurityGroups";
var _SICT = "SourceImageCreationTime";
var _SIGB = "SizeInGB";
var _SII = "SourceImageId";
var _SIIec = "SecondaryInterfaceId";
var _SIIo = "SourceInstanceId";
var _SIMB = "SizeInMiB";
var _SIRI = "SpotInstanceRequestId";
var _SIRo = "SourceImageRegion";
var _SIRu = "SupportedInRegion";
var _SISL = "SnapshotIdStringList";
var _SIT = "SupportedInstanceTypes";
var _SITS = "SupportedInstanceTypeSet";
var _SIec = "SecondaryInterfaces";
var _SIn = "SnapshotId";
var _SIna = "SnapshotIds";
var _SIu = "SubnetId";
var _SL = "SnapshotLocation";
var _SLn = "SnapshotList";
var _SMta = "StateMessage";
var _SNI = "SecondaryNetworkId";
var _SNS = "SriovNetSupport";
var _SNSe = "SecondaryNetworkSupported";
var _SRDT = "SupportedRootDeviceTypes";
var _SRc = "ScanResults";
var _SRo = "SourceRegion";
var _SRt = "StateReason";
var _SSIe = "SecondarySubnetId";
var _SSu = "SupportedStrategies";
var _STR = "StateTransitionReason";
var _STs = "SseType";
var _STt = "StartTime";
var _STto = "StorageTier";
var _SUC = "SupportedUsageClasses";
var _SVI = "SourceVolumeId";
var _SVT = "SupportedVirtualizationTypes";
var _SVu = "SupportedVersions";
var _Siz = "Size";
var _Sn = "Snapshots";
var _Sna = "Snapshot";
var _St = "State";
var _Sta = "Status";
var _T = "Tags";
var _TET = "TcpEstablishedTimeout";
var _TFMIMB = "TotalFpgaMemoryInMiB";
var _TGMIMB = "TotalGpuMemoryInMiB";
var _TIMIMB = "TotalInferenceMemoryInMiB";
var _TL = "TagList";
var _TMMIMB = "TotalMediaMemoryInMiB";
var _TNDMIMB = "TotalNeuronDeviceMemoryInMiB";
var _TPC = "ThreadsPerCore";
var _TPCL = "ThreadsPerCoreList";
var _TS = "TagSpecifications";
var _TSIGB = "TotalSizeInGB";
var _TSL = "TagSpecificationList";
var _TSa = "TagSpecification";
var _TSp = "TpmSupport";
var _TTr = "TransferType";
var _Ta = "Tag";
var _Te = "Tenancy";
var _Th = "Throughput";
var _Ty = "Type";
var _UCTL = "UsageClassTypeList";
var _UD = "UefiData";
var _UG = "UserGroups";
var _UGSL = "UserGroupStringList";
var _UGs = "UserGroup";
var _UI = "UserId";
var _UISL = "UserIdStringList";
var _UIT = "UnsupportedInstanceTypes";
var _UITS = "UnsupportedInstanceTypeSet";
var _UIs = "UserIds";
var _UO = "UsageOperation";
var _UOUT = "UsageOperationUpdateTime";
var _UST = "UdpStreamTimeout";
var _UTd = "UdpTimeout";
var _V = "Value";
var _VALo = "VolumeAttachmentList";
var _VAo = "VolumeArn";
var _VAol = "VolumeAttachment";
var _VCIpu = "VCpuInfo";
var _VCa = "ValidCores";
var _VI = "VpcId";
var _VIR = "VolumeInitializationRate";
var _VISL = "VolumeIdStringList";
var _VIo = "VolumeId";
var _VIol = "VolumeIds";
var _VLo = "VolumeList";
var _VN = "VirtualName";
var _VOI = "VolumeOwnerId";
var _VSL = "ValueStringList";
var _VSo = "VolumeSize";
var _VT = "VolumeType";
var _VTLi = "VirtualizationTypeList";
var _VTPC = "ValidThreadsPerCore";
var _VTir = "VirtualizationType";
var _Va = "Values";
var _Ver = "Version";
var _Vo = "Volumes";
var _Vol = "Volume";
var _WC = "WithCooldown";
var _WCT = "WatermarkCreationTime";
var _WK = "WatermarkKey";
var _WL = "WorkloadsList";
var _Wo = "Workloads";
var _aFNI = "additionalFlexibleNetworkInterfaces";
var _aIt = "attachmentId";
var _aLI = "amiLaunchIndex";
var _aLT = "attachmentLimitType";
var _aRSu = "autoRecoverySupported";
var _aRs = "associatedResource";
var _aRut = "autoRecovery";
var _aSS = "amdSevSnp";
var _aSt = "attachmentSet";
var _aTt = "attachTime";
var _aZ = "availabilityZone";
var _aZI = "availabilityZoneId";
var _acc = "accelerators";
var _af = "affinity";
var _ar = "arn";
var _arc = "architecture";
var _ass = "association";
var _at = "attachment";
var _bBIG = "baselineBandwidthInGbps";
var _bBIM = "baselineBandwidthInMbps";
var _bDM = "blockDeviceMapping";
var _bIa = "baselineIops";
var _bM = "bootMode";
var _bMa = "bareMetal";
var _bPS = "burstablePerformanceSupported";
var _bTIMB = "baselineThroughputInMBps";
var _bW = "bandwidthWeighting";
var _bWa = "bandwidthWeightings";
var _cBI = "capacityBlockId";
var _cCo = "coreCount";
var _cDM = "completionDurationMinutes";
var _cDr = "creationDate";
var _cFAS = "criticalFixAvailableSince";
var _cGur = "currentGeneration";
var _cI = "carrierIp";
var _cIBM = "currentInstanceBootMode";
var _cIor = "coreInfo";
var _cO = "cpuOptions";
var _cOI = "customerOwnedIp";
var _cRI = "capacityReservationId";
var _cRP = "capacityReservationPreference";
var _cRRGA = "capacityReservationResourceGroupArn";
var _cRSa = "capacityReservationSpecification";
var _cRT = "capacityReservationTarget";
var _cT = "clientToken";
var _cTC = "connectionTrackingConfiguration";
var _cTomp = "completionTime";
var _cTre = "createTime";
var _cVP = "createVolumePermission";
var _co = "code";
var _conf = "configured";
var _cou = "count";
var _dCe = "defaultCores";
var _dEKI = "dataEncryptionKeyId";
var _dEQCPI = "defaultEnaQueueCountPerInterface";
var _dHS = "dedicatedHostsSupported";
var _dI = "deviceIndex";
var _dN = "deviceName";
var _dNCI = "defaultNetworkCardIndex";
var _dNn = "dnsName";
var _dOT = "deleteOnTermination";
var _dPe = "deregistrationProtection";
var _dR = "dryRun";
var _dSRS = "deleteSnapshotResultSet";
var _dTET = "defaultTcpEstablishedTimeout";
var _dTPC = "defaultThreadsPerCore";
var _dTe = "deprecationTime";
var _dUST = "defaultUdpStreamTimeout";
var _dUT = "defaultUdpTimeout";
var _dVC = "defaultVCpus";
var _de = "description";
var _dev = "device";
var _dis = "disks";
var _eCI = "ebsCardIndex";
var _eCS = "ebsCardSet";
var _eGAI = "elasticGpuAssociationId";
var _eGAS = "elasticGpuAssociationState";
var _eGASl = "elasticGpuAssociationSet";
var _eGAT = "elasticGpuAssociationTime";
var _eGI = "elasticGpuId";
var _eIAA = "elasticInferenceAcceleratorArn";
var _eIAAI = "elasticInferenceAcceleratorAssociationId";
var _eIAAS = "elasticInferenceAcceleratorAssociationState";
var _eIAASl = "elasticInferenceAcceleratorAssociationSet";
var _eIAAT = "elasticInferenceAcceleratorAssociationTime";
var _eITSn = "encryptionInTransitSupported";
var _eIb = "ebsInfo";
var _eIf = "efaInfo";
var _eO = "ebsOptimized";
var _eOI = "ebsOptimizedInfo";
var _eOS = "ebsOptimizedSupport";
var _eOn = "enclaveOptions";
var _eQC = "enaQueueCount";
var _eQN = "ec2QueryName";
var _eRNDAAAAR = "enableResourceNameDnsAAAARecord";
var _eRNDAR = "enableResourceNameDnsARecord";
var _eSE = "enaSrdEnabled";
var _eSS = "enaSrdSpecification";
var _eSSn = "enaSrdSupported";
var _eSUE = "enaSrdUdpEnabled";
var _eSUS = "enaSrdUdpSpecification";
var _eSf = "efaSupported";
var _eSn = "encryptionSupport";
var _eSna = "enaSupport";
var _eb = "ebs";
var _en = "enabled";
var _enc = "encrypted";
var _fEQS = "flexibleEnaQueuesSupport";
var _fIp = "fpgaInfo";
var _fRa = "fastRestored";
var _fSD = "findingScanDate";
var _fSSIB = "fullSnapshotSizeInBytes";
var _fTE = "freeTierEligible";
var _fp = "fpgas";
var _g = "group";
var _gIp = "gpuInfo";
var _gIr = "groupId";
var _gN = "groupName";
var _gPS = "gpuPartitionSize";
var _gS = "geographySet";
var _gSr = "groupSet";
var _gp = "gpus";
var _h = "hypervisor";
var _hBD = "hiddenByDefault";
var _hE = "httpEndpoint";
var _hFAS = "highFixAvailableSince";
var _hFSL = "highestFindingSeverityLabel";
var _hI = "hostId";
var _hO = "hibernationOptions";
var _hPI = "httpProtocolIpv6";
var _hPRHL = "httpPutResponseHopLimit";
var _hRGA = "hostResourceGroupArn";
var _hSi = "hibernationSupported";
var _hT = "httpTokens";
var _hTo = "hostnameType";
var _i = "id";
var _iAIn = "inferenceAcceleratorInfo";
var _iAPI = "ipv4AddressesPerInterface";
var _iAPIp = "ipv6AddressesPerInterface";
var _iAPSI = "ipv4AddressesPerSecondaryInterface";
var _iASp = "ipv6AddressesSet";
var _iAm = "imageAllowed";
var _iAp = "ipAddress";
var _iApv = "ipv6Address";
var _iBPAS = "imageBlockPublicAccessState";
var _iFAS = "informationalFixAvailableSince";
var _iI = "instanceId";
var _iIP = "iamInstanceProfile";
var _iIma = "imageId";
var _iL = "imageLocation";
var _iLn = "instanceLifecycle";
var _iMT = "instanceMetadataTags";
var _iOA = "imageOwnerAlias";
var _iOI = "imageOwnerId";
var _iOIp = "ipOwnerId";
var _iOS = "instanceOwningService";
var _iPIs = "isPrimaryIpv6";
var _iPSpvr = "ipv4PrefixSet";
var _iPSpvre = "ipv6PrefixSet";
var _iPpv = "ipv4Prefix";
var _iPpvr = "ipv6Prefix";
var _iPs = "isPublic";
var _iSI = "instanceStorageInfo";
var _iSSn = "instanceStorageSupported";
var _iSma = "imagesSet";
var _iSmag = "imageState";
var _iSmd = "imdsSupport";
var _iSns = "instancesSet";
var _iSnst = "instanceState";
var _iSpv = "ipv6Supported";
var _iT = "instanceType";
var _iTS = "instanceTypeSet";
var _iTSn = "instanceTypeSpecification";
var _iTSnt = "interfaceTypeSet";
var _iTm = "imageType";
var _iTnt = "interfaceType";
var _iWS = "imageWatermarkSet";
var _io = "iops";
var _it = "item";
var _k = "key";
var _kI = "kernelId";
var _kKI = "kmsKeyId";
var _kN = "keyName";
var _ke = "kernel";
var _lCA = "licenseConfigurationArn";
var _lFAS = "lowFixAvailableSince";
var _lGC = "logicalGpuCount";
var _lLT = "lastLaunchedTime";
var _lPa = "launchPermission";
var _lSic = "licenseSet";
var _lTau = "launchTime";
var _mAE = "multiAttachEnabled";
var _mAIe = "mediaAcceleratorInfo";
var _mAa = "macAddress";
var _mB = "managedBy";
var _mBIM = "maximumBandwidthInMbps";
var _mCIS = "metricCategoryIdSet";
var _mEA = "maximumEbsAttachments";
var _mEC = "maximumEbsCards";
var _mEI = "maximumEfaInterfaces";
var _mEQC = "maximumEnaQueueCount";
var _mEQCPI = "maximumEnaQueueCountPerInterface";
var _mFAS = "mediumFixAvailableSince";
var _mI = "maximumIops";
var _mIe = "memoryInfo";
var _mNC = "maximumNetworkCards";
var _mNI = "maximumNetworkInterfaces";
var _mO = "metadataOptions";
var _mOa = "maintenanceOptions";
var _mR = "maxResults";
var _mSNI = "maximumSecondaryNetworkInterfaces";
var _mTIMB = "maximumThroughputInMBps";
var _man = "manufacturer";
var _mana = "managed";
var _me = "message";
var _mon = "monitoring";
var _n = "name";
var _nC = "networkCards";
var _nCI = "networkCardIndex";
var _nD = "noDevice";
var _nDe = "neuronDevices";
var _nES = "nitroEnclavesSupport";
var _nII = "networkInterfaceId";
var _nIS = "networkInterfaceSet";
var _nIet = "networkInfo";
var _nIeu = "neuronInfo";
var _nPO = "networkPerformanceOptions";
var _nPe = "networkPerformance";
var _nR = "noReboot";
var _nS = "nvmeSupport";
var _nTI = "nitroTpmInfo";
var _nTS = "nitroTpmSupport";
var _nTe = "nextToken";
var _nV = "nestedVirtualization";
var _oA = "outpostArn";
var _oArg = "organizationArn";
var _oAw = "ownerAlias";
var _oI = "ownerId";
var _oIS = "optInStatus";
var _oUA = "organizationalUnitArn";
var _ope = "operator";
var _p = "principal";
var _pBIG = "peakBandwidthInGbps";
var _pC = "productCodes";
var _pCr = "productCode";
var _pDNO = "privateDnsNameOptions";
var _pDNr = "privateDnsName";
var _pDNu = "publicDnsName";
var _pDl = "platformDetails";
var _pGI = "placementGroupInfo";
var _pI = "publicIp";
var _pIAS = "privateIpAddressesSet";
var _pIASr = "privateIpAddressSet";
var _pIAr = "privateIpAddress";
var _pIr = "processorInfo";
var _pN = "partitionNumber";
var _pSPN = "publicSsmParameterName";
var _pSh = "phcSupport";
var _pl = "platform";
var _pla = "placement";
var _prim = "primary";
var _pro = "progress";
var _r = "return";
var _rC = "returnCode";
var _rDN = "rootDeviceName";
var _rDT = "rootDeviceType";
var _rETe = "restoreExpiryTime";
var _rEe = "regionEndpoint";
var _rI = "reservationId";
var _rIa = "ramdiskId";
var _rIeg = "regionInfo";
var _rIeq = "requesterId";
var _rMS = "rebootMigrationSupport";
var _rMe = "rebootMigration";
var _rNe = "regionName";
var _rSes = "reservationSet";
var _rTe = "resourceType";
var _ra = "ramdisk";
var _re = "reason";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.ec2";
var _sAu = "supportedArchitectures";
var _sBM = "supportedBootModes";
var _sCSIG = "sustainedClockSpeedInGhz";
var _sDC = "sourceDestCheck";
var _sDp = "spreadDomain";
var _sF = "supportedFeatures";
var _sICT = "sourceImageCreationTime";
var _sIGB = "sizeInGB";
var _sII = "sourceInstanceId";
var _sIIe = "secondaryInterfaceId";
var _sIIo = "sourceImageId";
var _sIMB = "sizeInMiB";
var _sIR = "sourceImageRegion";
var _sIRI = "spotInstanceRequestId";
var _sIRu = "supportedInRegion";
var _sISe = "secondaryInterfaceSet";
var _sITS = "supportedInstanceTypeSet";
var _sIn = "snapshotId";
var _sIu = "subnetId";
var _sMt = "statusMessage";
var _sNI = "secondaryNetworkId";
var _sNSec = "secondaryNetworkSupported";
var _sNSr = "sriovNetSupport";
var _sRDT = "supportedRootDeviceTypes";
var _sRc = "scanResults";
var _sRt = "stateReason";
var _sSI = "secondarySubnetId";
var _sSn = "snapshotSet";
var _sSup = "supportedStrategies";
var _sTs = "sseType";
var _sTt = "startTime";
var _sTto = "storageTier";
var _sUC = "supportedUsageClasses";
var _sVI = "sourceVolumeId";
var _sVT = "supportedVirtualizationTypes";
var _sVu = "supportedVersions";
var _si = "size";
var _st = "state";
var _sta = "status";
var _tET = "tcpEstablishedTimeout";
var _tFMIMB = "totalFpgaMemoryInMiB";
var _tGMIMB = "totalGpuMemoryInMiB";
var _tIMIMB = "totalInferenceMemoryInMiB";
var _tMMIMB = "totalMediaMemoryInMiB";
var _tNDMIMB = "totalNeuronDeviceMemoryInMiB";
var _tPC = "threadsPerCore";
var _tS = "tagSet";
var _tSIGB = "totalSizeInGB";
var _tSp = "tpmSupport";
var _tTr = "transferType";
var _te = "tenancy";
var _th = "throughput";
var _ty = "type";
var _uD = "uefiData";
var _uI = "userId";
var _uITS = "unsupportedInstanceTypeSet";
var _uO = "usageOperation";
var _uOUT = "usageOperationUpdateTime";
var _uST = "udpStreamTimeout";
var _uTd = "udpTimeout";
var _v = "value";
var _vA = "volumeArn";
var _vCIp = "vCpuInfo";
var _vCa = "validCores";
var _vI = "vpcId";
var _vIR = "volumeInitializationRate";
var _vIo = "volumeId";
var _vN = "virtualName";
var _vOI = "volumeOwnerId";
var _vS = "volumeSet";
var _vSo = "volumeSize";
var _vT = "volumeType";
var _vTPC = "validThreadsPerCore";
var _vTi = "virtualizationType";
var _ve = "version";
var _wCT = "watermarkCreationTime";
var _wK = "watermarkKey";
var _wS = "workloadSet";
var _xN = "xmlName";
var n0 = "com.amazonaws.ec2";
var _s_registry = new TypeRegistry(_s);
var EC2ServiceException$ = /* @__PURE__ */ (() => [-3, _s, "EC2ServiceException", 0, [], []])();
_s_registry.registerError(EC2ServiceException$, EC2ServiceException);
var errorTypeRegistries = /* @__PURE__ */ (() => [
  _s_registry
])();
var AttributeValue$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _AVt,
  0,
  [_V],
  [[0, {
    [_eQN]: `Value`,
    [_xN]: _v
  }]]
])();
var BlockDeviceMapping$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BDM,
  0,
  [_Eb, _ND, _DN, _VN],
  [[() => EbsBlockDevice$, {
    [_eQN]: `Ebs`,
    [_xN]: _eb
  }], [0, {
    [_eQN]: `NoDevice`,
    [_xN]: _nD
  }], [0, {
    [_eQN]: `DeviceName`,
    [_xN]: _dN
  }], [0, {
    [_eQN]: `VirtualName`,
    [_xN]: _vN
  }]]
])();
var CapacityReservationSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRSR,
  0,
  [_CRP, _CRT],
  [[0, {
    [_eQN]: `CapacityReservationPreference`,
    [_xN]: _cRP
  }], [() => CapacityReservationTargetResponse$, {
    [_eQN]: `CapacityReservationTarget`,
    [_xN]: _cRT
  }]]
])();
var CapacityReservationTargetResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRTR,
  0,
  [_CRI, _CRRGA],
  [[0, {
    [_eQN]: `CapacityReservationId`,
    [_xN]: _cRI
  }], [0, {
    [_eQN]: `CapacityReservationResourceGroupArn`,
    [_xN]: _cRRGA
  }]]
])();
var ConnectionTrackingSpecificationResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CTSRo,
  0,
  [_TET, _UST, _UTd],
  [[1, {
    [_eQN]: `TcpEstablishedTimeout`,
    [_xN]: _tET
  }], [1, {
    [_eQN]: `UdpStreamTimeout`,
    [_xN]: _uST
  }], [1, {
    [_eQN]: `UdpTimeout`,
    [_xN]: _uTd
  }]]
])();
var CopyImageRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIR,
  0,
  [_N, _SII, _SRo, _CT, _De, _Enc, _KKI, _DOA, _CIT, _TS, _SCCDM, _DAZ, _DAZI, _DR],
  [0, 0, 0, [0, 4], 0, [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }], 0, 2, [() => TagSpecificationList, { [_xN]: _TSa }], 1, 0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  3
])();
var CopyImageResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIRo,
  0,
  [_IIm],
  [[0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }]]
])();
var CpuOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CO,
  0,
  [_CCor, _TPC, _ASSm, _NV],
  [[1, {
    [_eQN]: `CoreCount`,
    [_xN]: _cCo
  }], [1, {
    [_eQN]: `ThreadsPerCore`,
    [_xN]: _tPC
  }], [0, {
    [_eQN]: `AmdSevSnp`,
    [_xN]: _aSS
  }], [0, {
    [_eQN]: `NestedVirtualization`,
    [_xN]: _nV
  }]]
])();
var CreateImageRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIRr,
  0,
  [_II, _N, _TS, _SL, _BMO, _DR, _De, _NR, _BDMl],
  [[0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [() => TagSpecificationList, { [_xN]: _TSa }], 0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [2, {
    [_eQN]: `NoReboot`,
    [_xN]: _nR
  }], [() => BlockDeviceMappingRequestList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }]],
  2
])();
var CreateImageResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CIRre,
  0,
  [_IIm],
  [[0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }]]
])();
var CreateTagsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CTR,
  0,
  [_Res, _T, _DR],
  [[64 | 0, { [_xN]: _RIeso }], [() => TagList, { [_xN]: _Ta }], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  2
])();
var CreateVolumePermission$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CVP,
  0,
  [_UI, _Gr],
  [[0, {
    [_eQN]: `UserId`,
    [_xN]: _uI
  }], [0, {
    [_eQN]: `Group`,
    [_xN]: _g
  }]]
])();
var CreateVolumePermissionModifications$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CVPM,
  0,
  [_Ad, _Rem],
  [[() => CreateVolumePermissionList, 0], [() => CreateVolumePermissionList, 0]]
])();
var DefaultConnectionTrackingConfiguration$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DCTC,
  0,
  [_DTET, _DUT, _DUST],
  [[1, {
    [_eQN]: `DefaultTcpEstablishedTimeout`,
    [_xN]: _dTET
  }], [1, {
    [_eQN]: `DefaultUdpTimeout`,
    [_xN]: _dUT
  }], [1, {
    [_eQN]: `DefaultUdpStreamTimeout`,
    [_xN]: _dUST
  }]]
])();
var DeleteSnapshotRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSR,
  0,
  [_SIn, _DR],
  [0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var DeleteSnapshotReturnCode$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSRC,
  0,
  [_SIn, _RC],
  [[0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [0, {
    [_eQN]: `ReturnCode`,
    [_xN]: _rC
  }]]
])();
var DeregisterImageRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRer,
  0,
  [_IIm, _DAS, _DR],
  [0, 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var DeregisterImageResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRere,
  0,
  [_R, _DSRel],
  [[2, {
    [_eQN]: `Return`,
    [_xN]: _r
  }], [() => DeleteSnapshotResultSet, {
    [_eQN]: `DeleteSnapshotResultSet`,
    [_xN]: _dSRS
  }]]
])();
var DescribeImageAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIAR,
  0,
  [_At, _IIm, _DR],
  [0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  2
])();
var DescribeImagesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRes,
  0,
  [_EU, _IIma, _Ow, _ID, _IDn, _MR, _NTe, _DR, _Fi],
  [[() => ExecutableByStringList, { [_xN]: _EBx }], [() => ImageIdStringList, { [_xN]: _IIm }], [() => OwnerStringList, { [_xN]: _Own }], 2, 2, 1, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }]]
])();
var DescribeImagesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIResc,
  0,
  [_NTe, _Im],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => ImageList, {
    [_eQN]: `ImagesSet`,
    [_xN]: _iSma
  }]]
])();
var DescribeInstancesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRescr,
  0,
  [_IIn, _IMR, _DR, _Fi, _NTe, _MR],
  [[() => InstanceIdStringList, { [_xN]: _II }], 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [1, {
    [_eQN]: `MaxResults`,
    [_xN]: _mR
  }]]
])();
var DescribeInstancesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIRescri,
  0,
  [_NTe, _Rese],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => ReservationList, {
    [_eQN]: `ReservationSet`,
    [_xN]: _rSes
  }]]
])();
var DescribeInstanceTypesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DITRes,
  0,
  [_DR, _ITnst, _Fi, _MR, _NTe, _IUIR],
  [2, [64 | 0, { [_xN]: _IT }], [() => FilterList, { [_xN]: _Fil }], 1, 0, 2]
])();
var DescribeInstanceTypesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DITResc,
  0,
  [_ITnst, _NTe],
  [[() => InstanceTypeInfoList, {
    [_eQN]: `InstanceTypeSet`,
    [_xN]: _iTS
  }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }]]
])();
var DescribeRegionsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DRRe,
  0,
  [_RNe, _ARll, _DR, _Fi],
  [[() => RegionNameStringList, { [_xN]: _RN }], 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }]]
])();
var DescribeRegionsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DRRes,
  0,
  [_Reg],
  [[() => RegionList, {
    [_eQN]: `RegionInfo`,
    [_xN]: _rIeg
  }]]
])();
var DescribeSnapshotAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSAR,
  0,
  [_At, _SIn, _DR],
  [0, 0, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  2
])();
var DescribeSnapshotAttributeResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSARe,
  0,
  [_PCro, _SIn, _CVPr],
  [[() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [() => CreateVolumePermissionList, {
    [_eQN]: `CreateVolumePermission`,
    [_xN]: _cVP
  }]]
])();
var DescribeSnapshotsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSRes,
  0,
  [_MR, _NTe, _OIw, _RBUI, _SIna, _DR, _Fi],
  [1, 0, [() => OwnerStringList, { [_xN]: _Own }], [64 | 0, { [_xN]: _RBe }], [() => SnapshotIdStringList, { [_xN]: _SIn }], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }]]
])();
var DescribeSnapshotsResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DSResc,
  0,
  [_NTe, _Sn],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => SnapshotList, {
    [_eQN]: `SnapshotSet`,
    [_xN]: _sSn
  }]]
])();
var DescribeVolumesRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DVRes,
  0,
  [_VIol, _IMR, _DR, _Fi, _NTe, _MR],
  [[() => VolumeIdStringList, { [_xN]: _VIo }], 2, [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }], [() => FilterList, { [_xN]: _Fil }], [0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [1, {
    [_eQN]: `MaxResults`,
    [_xN]: _mR
  }]]
])();
var DescribeVolumesResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DVResc,
  0,
  [_NTe, _Vo],
  [[0, {
    [_eQN]: `NextToken`,
    [_xN]: _nTe
  }], [() => VolumeList, {
    [_eQN]: `VolumeSet`,
    [_xN]: _vS
  }]]
])();
var DisableImageDeregistrationProtectionRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIDPR,
  0,
  [_IIm, _DR],
  [0, 2],
  1
])();
var DisableImageDeregistrationProtectionResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIDPRi,
  0,
  [_R],
  [[0, {
    [_eQN]: `Return`,
    [_xN]: _r
  }]]
])();
var DiskInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DIisk,
  0,
  [_SIGB, _Cou, _Ty],
  [[1, {
    [_eQN]: `SizeInGB`,
    [_xN]: _sIGB
  }], [1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Type`,
    [_xN]: _ty
  }]]
])();
var EbsBlockDevice$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EBD,
  0,
  [_DOT, _Io, _SIn, _VSo, _VT, _KKI, _Th, _OA, _AZ, _Enc, _VIR, _AZI, _ECI],
  [[2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `Iops`,
    [_xN]: _io
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [1, {
    [_eQN]: `VolumeSize`,
    [_xN]: _vSo
  }], [0, {
    [_eQN]: `VolumeType`,
    [_xN]: _vT
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }], [1, {
    [_eQN]: `Throughput`,
    [_xN]: _th
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], 1, 0, 1]
])();
var EbsCardInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ECIb,
  0,
  [_ECI, _BBIM, _BTIMB, _BIa, _MBIM, _MTIMB, _MI],
  [[1, {
    [_eQN]: `EbsCardIndex`,
    [_xN]: _eCI
  }], [1, {
    [_eQN]: `BaselineBandwidthInMbps`,
    [_xN]: _bBIM
  }], [1, {
    [_eQN]: `BaselineThroughputInMBps`,
    [_xN]: _bTIMB
  }], [1, {
    [_eQN]: `BaselineIops`,
    [_xN]: _bIa
  }], [1, {
    [_eQN]: `MaximumBandwidthInMbps`,
    [_xN]: _mBIM
  }], [1, {
    [_eQN]: `MaximumThroughputInMBps`,
    [_xN]: _mTIMB
  }], [1, {
    [_eQN]: `MaximumIops`,
    [_xN]: _mI
  }]]
])();
var EbsInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIb,
  0,
  [_EOS, _ESn, _EOI, _NS, _MEA, _ALT, _MEC, _ECb],
  [[0, {
    [_eQN]: `EbsOptimizedSupport`,
    [_xN]: _eOS
  }], [0, {
    [_eQN]: `EncryptionSupport`,
    [_xN]: _eSn
  }], [() => EbsOptimizedInfo$, {
    [_eQN]: `EbsOptimizedInfo`,
    [_xN]: _eOI
  }], [0, {
    [_eQN]: `NvmeSupport`,
    [_xN]: _nS
  }], [1, {
    [_eQN]: `MaximumEbsAttachments`,
    [_xN]: _mEA
  }], [0, {
    [_eQN]: `AttachmentLimitType`,
    [_xN]: _aLT
  }], [1, {
    [_eQN]: `MaximumEbsCards`,
    [_xN]: _mEC
  }], [() => EbsCardInfoList, {
    [_eQN]: `EbsCardSet`,
    [_xN]: _eCS
  }]]
])();
var EbsInstanceBlockDevice$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIBD,
  0,
  [_ATtt, _DOT, _Sta, _VIo, _ARss, _VOI, _Op, _ECI],
  [[4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [0, {
    [_eQN]: `AssociatedResource`,
    [_xN]: _aRs
  }], [0, {
    [_eQN]: `VolumeOwnerId`,
    [_xN]: _vOI
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [1, {
    [_eQN]: `EbsCardIndex`,
    [_xN]: _eCI
  }]]
])();
var EbsOptimizedInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EOI,
  0,
  [_BBIM, _BTIMB, _BIa, _MBIM, _MTIMB, _MI],
  [[1, {
    [_eQN]: `BaselineBandwidthInMbps`,
    [_xN]: _bBIM
  }], [1, {
    [_eQN]: `BaselineThroughputInMBps`,
    [_xN]: _bTIMB
  }], [1, {
    [_eQN]: `BaselineIops`,
    [_xN]: _bIa
  }], [1, {
    [_eQN]: `MaximumBandwidthInMbps`,
    [_xN]: _mBIM
  }], [1, {
    [_eQN]: `MaximumThroughputInMBps`,
    [_xN]: _mTIMB
  }], [1, {
    [_eQN]: `MaximumIops`,
    [_xN]: _mI
  }]]
])();
var EfaInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIf,
  0,
  [_MEI],
  [[1, {
    [_eQN]: `MaximumEfaInterfaces`,
    [_xN]: _mEI
  }]]
])();
var ElasticGpuAssociation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EGA,
  0,
  [_EGIl, _EGAI, _EGAS, _EGAT],
  [[0, {
    [_eQN]: `ElasticGpuId`,
    [_xN]: _eGI
  }], [0, {
    [_eQN]: `ElasticGpuAssociationId`,
    [_xN]: _eGAI
  }], [0, {
    [_eQN]: `ElasticGpuAssociationState`,
    [_xN]: _eGAS
  }], [0, {
    [_eQN]: `ElasticGpuAssociationTime`,
    [_xN]: _eGAT
  }]]
])();
var ElasticInferenceAcceleratorAssociation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIAA,
  0,
  [_EIAAl, _EIAAI, _EIAAS, _EIAAT],
  [[0, {
    [_eQN]: `ElasticInferenceAcceleratorArn`,
    [_xN]: _eIAA
  }], [0, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationId`,
    [_xN]: _eIAAI
  }], [0, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationState`,
    [_xN]: _eIAAS
  }], [4, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationTime`,
    [_xN]: _eIAAT
  }]]
])();
var EnableImageDeprecationRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDR,
  0,
  [_IIm, _DAep, _DR],
  [0, 4, 2],
  2
])();
var EnableImageDeprecationResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDRn,
  0,
  [_R],
  [[2, {
    [_eQN]: `Return`,
    [_xN]: _r
  }]]
])();
var EnableImageDeregistrationProtectionRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDPR,
  0,
  [_IIm, _WC, _DR],
  [0, 2, 2],
  1
])();
var EnableImageDeregistrationProtectionResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EIDPRn,
  0,
  [_R],
  [[0, {
    [_eQN]: `Return`,
    [_xN]: _r
  }]]
])();
var EnclaveOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EOn,
  0,
  [_En],
  [[2, {
    [_eQN]: `Enabled`,
    [_xN]: _en
  }]]
])();
var Filter$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Fil,
  0,
  [_N, _Va],
  [0, [() => ValueStringList, { [_xN]: _V }]]
])();
var FpgaDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _FDI,
  0,
  [_N, _Man, _Cou, _MIe],
  [[0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [() => FpgaDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var FpgaDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _FDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var FpgaInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _FIpga,
  0,
  [_Fp, _TFMIMB],
  [[() => FpgaDeviceInfoList, {
    [_eQN]: `Fpgas`,
    [_xN]: _fp
  }], [1, {
    [_eQN]: `TotalFpgaMemoryInMiB`,
    [_xN]: _tFMIMB
  }]]
])();
var GetImageBlockPublicAccessStateRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIBPASR,
  0,
  [_DR],
  [2]
])();
var GetImageBlockPublicAccessStateResult$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIBPASRe,
  0,
  [_IBPAS, _MB],
  [[0, {
    [_eQN]: `ImageBlockPublicAccessState`,
    [_xN]: _iBPAS
  }], [0, {
    [_eQN]: `ManagedBy`,
    [_xN]: _mB
  }]]
])();
var GpuDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GDI,
  0,
  [_N, _Man, _Cou, _LGC, _GPS, _Wo, _MIe],
  [[0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [1, {
    [_eQN]: `LogicalGpuCount`,
    [_xN]: _lGC
  }], [1, {
    [_eQN]: `GpuPartitionSize`,
    [_xN]: _gPS
  }], [() => WorkloadsList, {
    [_eQN]: `WorkloadSet`,
    [_xN]: _wS
  }], [() => GpuDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var GpuDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var GpuInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIp,
  0,
  [_Gp, _TGMIMB],
  [[() => GpuDeviceInfoList, {
    [_eQN]: `Gpus`,
    [_xN]: _gp
  }], [1, {
    [_eQN]: `TotalGpuMemoryInMiB`,
    [_xN]: _tGMIMB
  }]]
])();
var GroupIdentifier$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _GIrou,
  0,
  [_GIr, _GN],
  [[0, {
    [_eQN]: `GroupId`,
    [_xN]: _gIr
  }], [0, {
    [_eQN]: `GroupName`,
    [_xN]: _gN
  }]]
])();
var HibernationOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _HO,
  0,
  [_Conf],
  [[2, {
    [_eQN]: `Configured`,
    [_xN]: _conf
  }]]
])();
var IamInstanceProfile$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIP,
  0,
  [_Ar, _I],
  [[0, {
    [_eQN]: `Arn`,
    [_xN]: _ar
  }], [0, {
    [_eQN]: `Id`,
    [_xN]: _i
  }]]
])();
var Image$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Ima,
  0,
  [_PDl, _UO, _BDMl, _De, _ESna, _Hy, _IOA, _N, _RDN, _RDT, _SNS, _SRt, _T, _VTir, _BM, _TSp, _DTe, _ISmd, _SIIo, _DPer, _LLT, _IAm, _SII, _SIRo, _FTE, _PSPN, _IW, _SRc, _ITSn, _IIm, _IL, _St, _OI, _CDr, _Pu, _PCro, _Arc, _ITm, _KI, _RIa, _Pl],
  [[0, {
    [_eQN]: `PlatformDetails`,
    [_xN]: _pDl
  }], [0, {
    [_eQN]: `UsageOperation`,
    [_xN]: _uO
  }], [() => BlockDeviceMappingList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [2, {
    [_eQN]: `EnaSupport`,
    [_xN]: _eSna
  }], [0, {
    [_eQN]: `Hypervisor`,
    [_xN]: _h
  }], [0, {
    [_eQN]: `ImageOwnerAlias`,
    [_xN]: _iOA
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `RootDeviceName`,
    [_xN]: _rDN
  }], [0, {
    [_eQN]: `RootDeviceType`,
    [_xN]: _rDT
  }], [0, {
    [_eQN]: `SriovNetSupport`,
    [_xN]: _sNSr
  }], [() => StateReason$, {
    [_eQN]: `StateReason`,
    [_xN]: _sRt
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `VirtualizationType`,
    [_xN]: _vTi
  }], [0, {
    [_eQN]: `BootMode`,
    [_xN]: _bM
  }], [0, {
    [_eQN]: `TpmSupport`,
    [_xN]: _tSp
  }], [0, {
    [_eQN]: `DeprecationTime`,
    [_xN]: _dTe
  }], [0, {
    [_eQN]: `ImdsSupport`,
    [_xN]: _iSmd
  }], [0, {
    [_eQN]: `SourceInstanceId`,
    [_xN]: _sII
  }], [0, {
    [_eQN]: `DeregistrationProtection`,
    [_xN]: _dPe
  }], [0, {
    [_eQN]: `LastLaunchedTime`,
    [_xN]: _lLT
  }], [2, {
    [_eQN]: `ImageAllowed`,
    [_xN]: _iAm
  }], [0, {
    [_eQN]: `SourceImageId`,
    [_xN]: _sIIo
  }], [0, {
    [_eQN]: `SourceImageRegion`,
    [_xN]: _sIR
  }], [2, {
    [_eQN]: `FreeTierEligible`,
    [_xN]: _fTE
  }], [0, {
    [_eQN]: `PublicSsmParameterName`,
    [_xN]: _pSPN
  }], [() => ImageWatermarkList, {
    [_eQN]: `ImageWatermarkSet`,
    [_xN]: _iWS
  }], [() => ScanResults$, {
    [_eQN]: `ScanResults`,
    [_xN]: _sRc
  }], [() => InstanceTypeSpecification$, {
    [_eQN]: `InstanceTypeSpecification`,
    [_xN]: _iTSn
  }], [0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [0, {
    [_eQN]: `ImageLocation`,
    [_xN]: _iL
  }], [0, {
    [_eQN]: `ImageState`,
    [_xN]: _iSmag
  }], [0, {
    [_eQN]: `ImageOwnerId`,
    [_xN]: _iOI
  }], [0, {
    [_eQN]: `CreationDate`,
    [_xN]: _cDr
  }], [2, {
    [_eQN]: `IsPublic`,
    [_xN]: _iPs
  }], [() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [0, {
    [_eQN]: `Architecture`,
    [_xN]: _arc
  }], [0, {
    [_eQN]: `ImageType`,
    [_xN]: _iTm
  }], [0, {
    [_eQN]: `KernelId`,
    [_xN]: _kI
  }], [0, {
    [_eQN]: `RamdiskId`,
    [_xN]: _rIa
  }], [0, {
    [_eQN]: `Platform`,
    [_xN]: _pl
  }]]
])();
var ImageAttribute$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAma,
  0,
  [_De, _KI, _RIa, _SNS, _BM, _TSp, _UD, _LLT, _ISmd, _DPer, _IIm, _LPa, _PCro, _BDMl],
  [[() => AttributeValue$, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [() => AttributeValue$, {
    [_eQN]: `Kernel`,
    [_xN]: _ke
  }], [() => AttributeValue$, {
    [_eQN]: `Ramdisk`,
    [_xN]: _ra
  }], [() => AttributeValue$, {
    [_eQN]: `SriovNetSupport`,
    [_xN]: _sNSr
  }], [() => AttributeValue$, {
    [_eQN]: `BootMode`,
    [_xN]: _bM
  }], [() => AttributeValue$, {
    [_eQN]: `TpmSupport`,
    [_xN]: _tSp
  }], [() => AttributeValue$, {
    [_eQN]: `UefiData`,
    [_xN]: _uD
  }], [() => AttributeValue$, {
    [_eQN]: `LastLaunchedTime`,
    [_xN]: _lLT
  }], [() => AttributeValue$, {
    [_eQN]: `ImdsSupport`,
    [_xN]: _iSmd
  }], [() => AttributeValue$, {
    [_eQN]: `DeregistrationProtection`,
    [_xN]: _dPe
  }], [0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [() => LaunchPermissionList, {
    [_eQN]: `LaunchPermission`,
    [_xN]: _lPa
  }], [() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [() => BlockDeviceMappingList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }]]
])();
var ImageWatermark$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IWm,
  0,
  [_WK, _SIRo, _SII, _SICT, _WCT],
  [[0, {
    [_eQN]: `WatermarkKey`,
    [_xN]: _wK
  }], [0, {
    [_eQN]: `SourceImageRegion`,
    [_xN]: _sIR
  }], [0, {
    [_eQN]: `SourceImageId`,
    [_xN]: _sIIo
  }], [4, {
    [_eQN]: `SourceImageCreationTime`,
    [_xN]: _sICT
  }], [4, {
    [_eQN]: `WatermarkCreationTime`,
    [_xN]: _wCT
  }]]
])();
var InferenceAcceleratorInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAIn,
  0,
  [_Acc, _TIMIMB],
  [[() => InferenceDeviceInfoList, {
    [_eQN]: `Accelerators`,
    [_xN]: _acc
  }], [1, {
    [_eQN]: `TotalInferenceMemoryInMiB`,
    [_xN]: _tIMIMB
  }]]
])();
var InferenceDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IDI,
  0,
  [_Cou, _N, _Man, _MIe],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [() => InferenceDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var InferenceDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var Instance$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _In,
  0,
  [_Arc, _BDMl, _CT, _EO, _ESna, _Hy, _IIP, _ILn, _EGAl, _EIAAla, _NIet, _OA, _RDN, _RDT, _SGe, _SDC, _SIRI, _SNS, _SRt, _T, _VTir, _CO, _CBI, _CRI, _CRSa, _HO, _Lic, _MO, _EOn, _BM, _PDl, _UO, _UOUT, _PDNO, _IApv, _TSp, _MOa, _CIBM, _NPO, _Op, _SIec, _II, _IIm, _St, _PDN, _PDNub, _STR, _KN, _ALI, _PCro, _IT, _LTau, _Pla, _KI, _RIa, _Pl, _Mon, _SIu, _VI, _PIAr, _PIAu],
  [[0, {
    [_eQN]: `Architecture`,
    [_xN]: _arc
  }], [() => InstanceBlockDeviceMappingList, {
    [_eQN]: `BlockDeviceMapping`,
    [_xN]: _bDM
  }], [0, {
    [_eQN]: `ClientToken`,
    [_xN]: _cT
  }], [2, {
    [_eQN]: `EbsOptimized`,
    [_xN]: _eO
  }], [2, {
    [_eQN]: `EnaSupport`,
    [_xN]: _eSna
  }], [0, {
    [_eQN]: `Hypervisor`,
    [_xN]: _h
  }], [() => IamInstanceProfile$, {
    [_eQN]: `IamInstanceProfile`,
    [_xN]: _iIP
  }], [0, {
    [_eQN]: `InstanceLifecycle`,
    [_xN]: _iLn
  }], [() => ElasticGpuAssociationList, {
    [_eQN]: `ElasticGpuAssociationSet`,
    [_xN]: _eGASl
  }], [() => ElasticInferenceAcceleratorAssociationList, {
    [_eQN]: `ElasticInferenceAcceleratorAssociationSet`,
    [_xN]: _eIAASl
  }], [() => InstanceNetworkInterfaceList, {
    [_eQN]: `NetworkInterfaceSet`,
    [_xN]: _nIS
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [0, {
    [_eQN]: `RootDeviceName`,
    [_xN]: _rDN
  }], [0, {
    [_eQN]: `RootDeviceType`,
    [_xN]: _rDT
  }], [() => GroupIdentifierList, {
    [_eQN]: `GroupSet`,
    [_xN]: _gSr
  }], [2, {
    [_eQN]: `SourceDestCheck`,
    [_xN]: _sDC
  }], [0, {
    [_eQN]: `SpotInstanceRequestId`,
    [_xN]: _sIRI
  }], [0, {
    [_eQN]: `SriovNetSupport`,
    [_xN]: _sNSr
  }], [() => StateReason$, {
    [_eQN]: `StateReason`,
    [_xN]: _sRt
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `VirtualizationType`,
    [_xN]: _vTi
  }], [() => CpuOptions$, {
    [_eQN]: `CpuOptions`,
    [_xN]: _cO
  }], [0, {
    [_eQN]: `CapacityBlockId`,
    [_xN]: _cBI
  }], [0, {
    [_eQN]: `CapacityReservationId`,
    [_xN]: _cRI
  }], [() => CapacityReservationSpecificationResponse$, {
    [_eQN]: `CapacityReservationSpecification`,
    [_xN]: _cRSa
  }], [() => HibernationOptions$, {
    [_eQN]: `HibernationOptions`,
    [_xN]: _hO
  }], [() => LicenseList, {
    [_eQN]: `LicenseSet`,
    [_xN]: _lSic
  }], [() => InstanceMetadataOptionsResponse$, {
    [_eQN]: `MetadataOptions`,
    [_xN]: _mO
  }], [() => EnclaveOptions$, {
    [_eQN]: `EnclaveOptions`,
    [_xN]: _eOn
  }], [0, {
    [_eQN]: `BootMode`,
    [_xN]: _bM
  }], [0, {
    [_eQN]: `PlatformDetails`,
    [_xN]: _pDl
  }], [0, {
    [_eQN]: `UsageOperation`,
    [_xN]: _uO
  }], [4, {
    [_eQN]: `UsageOperationUpdateTime`,
    [_xN]: _uOUT
  }], [() => PrivateDnsNameOptionsResponse$, {
    [_eQN]: `PrivateDnsNameOptions`,
    [_xN]: _pDNO
  }], [0, {
    [_eQN]: `Ipv6Address`,
    [_xN]: _iApv
  }], [0, {
    [_eQN]: `TpmSupport`,
    [_xN]: _tSp
  }], [() => InstanceMaintenanceOptions$, {
    [_eQN]: `MaintenanceOptions`,
    [_xN]: _mOa
  }], [0, {
    [_eQN]: `CurrentInstanceBootMode`,
    [_xN]: _cIBM
  }], [() => InstanceNetworkPerformanceOptions$, {
    [_eQN]: `NetworkPerformanceOptions`,
    [_xN]: _nPO
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [() => InstanceSecondaryInterfaceList, {
    [_eQN]: `SecondaryInterfaceSet`,
    [_xN]: _sISe
  }], [0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [0, {
    [_eQN]: `ImageId`,
    [_xN]: _iIma
  }], [() => InstanceState$, {
    [_eQN]: `InstanceState`,
    [_xN]: _iSnst
  }], [0, {
    [_eQN]: `PrivateDnsName`,
    [_xN]: _pDNr
  }], [0, {
    [_eQN]: `DnsName`,
    [_xN]: _dNn
  }], [0, {
    [_eQN]: `Reason`,
    [_xN]: _re
  }], [0, {
    [_eQN]: `KeyName`,
    [_xN]: _kN
  }], [1, {
    [_eQN]: `AmiLaunchIndex`,
    [_xN]: _aLI
  }], [() => ProductCodeList, {
    [_eQN]: `ProductCodes`,
    [_xN]: _pC
  }], [0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }], [4, {
    [_eQN]: `LaunchTime`,
    [_xN]: _lTau
  }], [() => Placement$, {
    [_eQN]: `Placement`,
    [_xN]: _pla
  }], [0, {
    [_eQN]: `KernelId`,
    [_xN]: _kI
  }], [0, {
    [_eQN]: `RamdiskId`,
    [_xN]: _rIa
  }], [0, {
    [_eQN]: `Platform`,
    [_xN]: _pl
  }], [() => Monitoring$, {
    [_eQN]: `Monitoring`,
    [_xN]: _mon
  }], [0, {
    [_eQN]: `SubnetId`,
    [_xN]: _sIu
  }], [0, {
    [_eQN]: `VpcId`,
    [_xN]: _vI
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }], [0, {
    [_eQN]: `IpAddress`,
    [_xN]: _iAp
  }]]
])();
var InstanceAttachmentEnaSrdSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAESS,
  0,
  [_ESE, _ESUS],
  [[2, {
    [_eQN]: `EnaSrdEnabled`,
    [_xN]: _eSE
  }], [() => InstanceAttachmentEnaSrdUdpSpecification$, {
    [_eQN]: `EnaSrdUdpSpecification`,
    [_xN]: _eSUS
  }]]
])();
var InstanceAttachmentEnaSrdUdpSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IAESUS,
  0,
  [_ESUE],
  [[2, {
    [_eQN]: `EnaSrdUdpEnabled`,
    [_xN]: _eSUE
  }]]
])();
var InstanceBlockDeviceMapping$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IBDM,
  0,
  [_DN, _Eb],
  [[0, {
    [_eQN]: `DeviceName`,
    [_xN]: _dN
  }], [() => EbsInstanceBlockDevice$, {
    [_eQN]: `Ebs`,
    [_xN]: _eb
  }]]
])();
var InstanceIpv4Prefix$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIPn,
  0,
  [_IPpvre],
  [[0, {
    [_eQN]: `Ipv4Prefix`,
    [_xN]: _iPpv
  }]]
])();
var InstanceIpv6Address$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIA,
  0,
  [_IApv, _IPIs],
  [[0, {
    [_eQN]: `Ipv6Address`,
    [_xN]: _iApv
  }], [2, {
    [_eQN]: `IsPrimaryIpv6`,
    [_xN]: _iPIs
  }]]
])();
var InstanceIpv6Prefix$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IIPns,
  0,
  [_IPpv],
  [[0, {
    [_eQN]: `Ipv6Prefix`,
    [_xN]: _iPpvr
  }]]
])();
var InstanceMaintenanceOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMO,
  0,
  [_ARuto, _RMe],
  [[0, {
    [_eQN]: `AutoRecovery`,
    [_xN]: _aRut
  }], [0, {
    [_eQN]: `RebootMigration`,
    [_xN]: _rMe
  }]]
])();
var InstanceMetadataOptionsResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMORnst,
  0,
  [_St, _HT, _HPRHL, _HE, _HPI, _IMT],
  [[0, {
    [_eQN]: `State`,
    [_xN]: _st
  }], [0, {
    [_eQN]: `HttpTokens`,
    [_xN]: _hT
  }], [1, {
    [_eQN]: `HttpPutResponseHopLimit`,
    [_xN]: _hPRHL
  }], [0, {
    [_eQN]: `HttpEndpoint`,
    [_xN]: _hE
  }], [0, {
    [_eQN]: `HttpProtocolIpv6`,
    [_xN]: _hPI
  }], [0, {
    [_eQN]: `InstanceMetadataTags`,
    [_xN]: _iMT
  }]]
])();
var InstanceNetworkInterface$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INI,
  0,
  [_Ass, _Att, _De, _G, _IA, _MAa, _NII, _OI, _PDN, _PIAr, _PIAri, _SDC, _Sta, _SIu, _VI, _ITnt, _IPpvr, _IPp, _CTC, _Op],
  [[() => InstanceNetworkInterfaceAssociation$, {
    [_eQN]: `Association`,
    [_xN]: _ass
  }], [() => InstanceNetworkInterfaceAttachment$, {
    [_eQN]: `Attachment`,
    [_xN]: _at
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [() => GroupIdentifierList, {
    [_eQN]: `GroupSet`,
    [_xN]: _gSr
  }], [() => InstanceIpv6AddressList, {
    [_eQN]: `Ipv6AddressesSet`,
    [_xN]: _iASp
  }], [0, {
    [_eQN]: `MacAddress`,
    [_xN]: _mAa
  }], [0, {
    [_eQN]: `NetworkInterfaceId`,
    [_xN]: _nII
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `PrivateDnsName`,
    [_xN]: _pDNr
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }], [() => InstancePrivateIpAddressList, {
    [_eQN]: `PrivateIpAddressesSet`,
    [_xN]: _pIAS
  }], [2, {
    [_eQN]: `SourceDestCheck`,
    [_xN]: _sDC
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `SubnetId`,
    [_xN]: _sIu
  }], [0, {
    [_eQN]: `VpcId`,
    [_xN]: _vI
  }], [0, {
    [_eQN]: `InterfaceType`,
    [_xN]: _iTnt
  }], [() => InstanceIpv4PrefixList, {
    [_eQN]: `Ipv4PrefixSet`,
    [_xN]: _iPSpvr
  }], [() => InstanceIpv6PrefixList, {
    [_eQN]: `Ipv6PrefixSet`,
    [_xN]: _iPSpvre
  }], [() => ConnectionTrackingSpecificationResponse$, {
    [_eQN]: `ConnectionTrackingConfiguration`,
    [_xN]: _cTC
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }]]
])();
var InstanceNetworkInterfaceAssociation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INIA,
  0,
  [_CI, _COI, _IOI, _PDNub, _PI],
  [[0, {
    [_eQN]: `CarrierIp`,
    [_xN]: _cI
  }], [0, {
    [_eQN]: `CustomerOwnedIp`,
    [_xN]: _cOI
  }], [0, {
    [_eQN]: `IpOwnerId`,
    [_xN]: _iOIp
  }], [0, {
    [_eQN]: `PublicDnsName`,
    [_xN]: _pDNu
  }], [0, {
    [_eQN]: `PublicIp`,
    [_xN]: _pI
  }]]
])();
var InstanceNetworkInterfaceAttachment$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INIAn,
  0,
  [_ATtt, _AItt, _DOT, _DI, _Sta, _NCI, _ESS, _EQC],
  [[4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }], [0, {
    [_eQN]: `AttachmentId`,
    [_xN]: _aIt
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `DeviceIndex`,
    [_xN]: _dI
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }], [() => InstanceAttachmentEnaSrdSpecification$, {
    [_eQN]: `EnaSrdSpecification`,
    [_xN]: _eSS
  }], [1, {
    [_eQN]: `EnaQueueCount`,
    [_xN]: _eQC
  }]]
])();
var InstanceNetworkPerformanceOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _INPO,
  0,
  [_BW],
  [[0, {
    [_eQN]: `BandwidthWeighting`,
    [_xN]: _bW
  }]]
])();
var InstancePrivateIpAddress$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IPIA,
  0,
  [_Ass, _Prim, _PDN, _PIAr],
  [[() => InstanceNetworkInterfaceAssociation$, {
    [_eQN]: `Association`,
    [_xN]: _ass
  }], [2, {
    [_eQN]: `Primary`,
    [_xN]: _prim
  }], [0, {
    [_eQN]: `PrivateDnsName`,
    [_xN]: _pDNr
  }], [0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }]]
])();
var InstanceSecondaryInterface$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIn,
  0,
  [_Att, _MAa, _SIIec, _OI, _PIAri, _SDC, _Sta, _SSIe, _SNI, _ITnt],
  [[() => InstanceSecondaryInterfaceAttachment$, {
    [_eQN]: `Attachment`,
    [_xN]: _at
  }], [0, {
    [_eQN]: `MacAddress`,
    [_xN]: _mAa
  }], [0, {
    [_eQN]: `SecondaryInterfaceId`,
    [_xN]: _sIIe
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [() => InstanceSecondaryInterfacePrivateIpAddressList, {
    [_eQN]: `PrivateIpAddressSet`,
    [_xN]: _pIASr
  }], [2, {
    [_eQN]: `SourceDestCheck`,
    [_xN]: _sDC
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `SecondarySubnetId`,
    [_xN]: _sSI
  }], [0, {
    [_eQN]: `SecondaryNetworkId`,
    [_xN]: _sNI
  }], [0, {
    [_eQN]: `InterfaceType`,
    [_xN]: _iTnt
  }]]
])();
var InstanceSecondaryInterfaceAttachment$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIA,
  0,
  [_ATtt, _AItt, _DOT, _DI, _Sta, _NCI],
  [[4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }], [0, {
    [_eQN]: `AttachmentId`,
    [_xN]: _aIt
  }], [2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [1, {
    [_eQN]: `DeviceIndex`,
    [_xN]: _dI
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }]]
])();
var InstanceSecondaryInterfacePrivateIpAddress$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIPIA,
  0,
  [_PIAr],
  [[0, {
    [_eQN]: `PrivateIpAddress`,
    [_xN]: _pIAr
  }]]
])();
var InstanceState$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISnsta,
  0,
  [_Co, _N],
  [[1, {
    [_eQN]: `Code`,
    [_xN]: _co
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }]]
])();
var InstanceStorageInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ISIns,
  0,
  [_TSIGB, _Dis, _NS, _ESn],
  [[1, {
    [_eQN]: `TotalSizeInGB`,
    [_xN]: _tSIGB
  }], [() => DiskInfoList, {
    [_eQN]: `Disks`,
    [_xN]: _dis
  }], [0, {
    [_eQN]: `NvmeSupport`,
    [_xN]: _nS
  }], [0, {
    [_eQN]: `EncryptionSupport`,
    [_xN]: _eSn
  }]]
])();
var InstanceTypeInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ITIn,
  0,
  [_IT, _CGur, _FTE, _SUC, _SRDT, _SVT, _BMa, _Hy, _PIro, _VCIpu, _MIe, _ISSn, _ISIns, _EIb, _NIetw, _GIp, _FIpga, _PGIl, _IAIn, _HS, _BPS, _DHS, _ARS, _SBM, _NES, _NTS, _NTI, _MAIe, _NIeu, _PSh, _RMS, _SIRu],
  [[0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }], [2, {
    [_eQN]: `CurrentGeneration`,
    [_xN]: _cGur
  }], [2, {
    [_eQN]: `FreeTierEligible`,
    [_xN]: _fTE
  }], [() => UsageClassTypeList, {
    [_eQN]: `SupportedUsageClasses`,
    [_xN]: _sUC
  }], [() => RootDeviceTypeList, {
    [_eQN]: `SupportedRootDeviceTypes`,
    [_xN]: _sRDT
  }], [() => VirtualizationTypeList, {
    [_eQN]: `SupportedVirtualizationTypes`,
    [_xN]: _sVT
  }], [2, {
    [_eQN]: `BareMetal`,
    [_xN]: _bMa
  }], [0, {
    [_eQN]: `Hypervisor`,
    [_xN]: _h
  }], [() => ProcessorInfo$, {
    [_eQN]: `ProcessorInfo`,
    [_xN]: _pIr
  }], [() => VCpuInfo$, {
    [_eQN]: `VCpuInfo`,
    [_xN]: _vCIp
  }], [() => MemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }], [2, {
    [_eQN]: `InstanceStorageSupported`,
    [_xN]: _iSSn
  }], [() => InstanceStorageInfo$, {
    [_eQN]: `InstanceStorageInfo`,
    [_xN]: _iSI
  }], [() => EbsInfo$, {
    [_eQN]: `EbsInfo`,
    [_xN]: _eIb
  }], [() => NetworkInfo$, {
    [_eQN]: `NetworkInfo`,
    [_xN]: _nIet
  }], [() => GpuInfo$, {
    [_eQN]: `GpuInfo`,
    [_xN]: _gIp
  }], [() => FpgaInfo$, {
    [_eQN]: `FpgaInfo`,
    [_xN]: _fIp
  }], [() => PlacementGroupInfo$, {
    [_eQN]: `PlacementGroupInfo`,
    [_xN]: _pGI
  }], [() => InferenceAcceleratorInfo$, {
    [_eQN]: `InferenceAcceleratorInfo`,
    [_xN]: _iAIn
  }], [2, {
    [_eQN]: `HibernationSupported`,
    [_xN]: _hSi
  }], [2, {
    [_eQN]: `BurstablePerformanceSupported`,
    [_xN]: _bPS
  }], [2, {
    [_eQN]: `DedicatedHostsSupported`,
    [_xN]: _dHS
  }], [2, {
    [_eQN]: `AutoRecoverySupported`,
    [_xN]: _aRSu
  }], [() => BootModeTypeList, {
    [_eQN]: `SupportedBootModes`,
    [_xN]: _sBM
  }], [0, {
    [_eQN]: `NitroEnclavesSupport`,
    [_xN]: _nES
  }], [0, {
    [_eQN]: `NitroTpmSupport`,
    [_xN]: _nTS
  }], [() => NitroTpmInfo$, {
    [_eQN]: `NitroTpmInfo`,
    [_xN]: _nTI
  }], [() => MediaAcceleratorInfo$, {
    [_eQN]: `MediaAcceleratorInfo`,
    [_xN]: _mAIe
  }], [() => NeuronInfo$, {
    [_eQN]: `NeuronInfo`,
    [_xN]: _nIeu
  }], [0, {
    [_eQN]: `PhcSupport`,
    [_xN]: _pSh
  }], [0, {
    [_eQN]: `RebootMigrationSupport`,
    [_xN]: _rMS
  }], [2, {
    [_eQN]: `SupportedInRegion`,
    [_xN]: _sIRu
  }]]
])();
var InstanceTypeItem$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ITIns,
  0,
  [_IT],
  [[0, {
    [_eQN]: `InstanceType`,
    [_xN]: _iT
  }]]
])();
var InstanceTypeSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ITSn,
  0,
  [_SIT, _UIT],
  [[() => SupportedInstanceTypeSet, {
    [_eQN]: `SupportedInstanceTypeSet`,
    [_xN]: _sITS
  }], [() => UnsupportedInstanceTypeSet, {
    [_eQN]: `UnsupportedInstanceTypeSet`,
    [_xN]: _uITS
  }]]
])();
var LaunchPermission$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LPau,
  0,
  [_OArg, _OUA, _UI, _Gr],
  [[0, {
    [_eQN]: `OrganizationArn`,
    [_xN]: _oArg
  }], [0, {
    [_eQN]: `OrganizationalUnitArn`,
    [_xN]: _oUA
  }], [0, {
    [_eQN]: `UserId`,
    [_xN]: _uI
  }], [0, {
    [_eQN]: `Group`,
    [_xN]: _g
  }]]
])();
var LaunchPermissionModifications$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LPM,
  0,
  [_Ad, _Rem],
  [[() => LaunchPermissionList, 0], [() => LaunchPermissionList, 0]]
])();
var LicenseConfiguration$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LCi,
  0,
  [_LCA],
  [[0, {
    [_eQN]: `LicenseConfigurationArn`,
    [_xN]: _lCA
  }]]
])();
var MediaAcceleratorInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MAIe,
  0,
  [_Acc, _TMMIMB],
  [[() => MediaDeviceInfoList, {
    [_eQN]: `Accelerators`,
    [_xN]: _acc
  }], [1, {
    [_eQN]: `TotalMediaMemoryInMiB`,
    [_xN]: _tMMIMB
  }]]
])();
var MediaDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MDI,
  0,
  [_Cou, _N, _Man, _MIe],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }], [() => MediaDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var MediaDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var MemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MIe,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var ModifyImageAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MIAR,
  0,
  [_IIm, _At, _De, _LPau, _OTp, _PCro, _UG, _UIs, _V, _OArga, _OUAr, _ISmd, _DR],
  [0, 0, [() => AttributeValue$, 0], [() => LaunchPermissionModifications$, 0], 0, [() => ProductCodeStringList, { [_xN]: _PCr }], [() => UserGroupStringList, { [_xN]: _UGs }], [() => UserIdStringList, { [_xN]: _UI }], 0, [() => OrganizationArnStringList, { [_xN]: _OArg }], [() => OrganizationalUnitArnStringList, { [_xN]: _OUA }], [() => AttributeValue$, 0], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var ModifySnapshotAttributeRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MSAR,
  0,
  [_SIn, _At, _CVP, _GNr, _OTp, _UIs, _DR],
  [0, 0, [() => CreateVolumePermissionModifications$, 0], [() => GroupNameStringList, { [_xN]: _UGs }], 0, [() => UserIdStringList, { [_xN]: _UI }], [2, {
    [_eQN]: `DryRun`,
    [_xN]: _dR
  }]],
  1
])();
var Monitoring$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Mon,
  0,
  [_MCIe, _St],
  [[() => MetricCategoryIdList, {
    [_eQN]: `MetricCategoryIdSet`,
    [_xN]: _mCIS
  }], [0, {
    [_eQN]: `State`,
    [_xN]: _st
  }]]
])();
var NetworkCardInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NCIe,
  0,
  [_NCI, _NPe, _MNI, _AFNI, _BBIG, _PBIG, _DEQCPI, _MEQC, _MEQCPI, _ITnte],
  [[1, {
    [_eQN]: `NetworkCardIndex`,
    [_xN]: _nCI
  }], [0, {
    [_eQN]: `NetworkPerformance`,
    [_xN]: _nPe
  }], [1, {
    [_eQN]: `MaximumNetworkInterfaces`,
    [_xN]: _mNI
  }], [1, {
    [_eQN]: `AdditionalFlexibleNetworkInterfaces`,
    [_xN]: _aFNI
  }], [1, {
    [_eQN]: `BaselineBandwidthInGbps`,
    [_xN]: _bBIG
  }], [1, {
    [_eQN]: `PeakBandwidthInGbps`,
    [_xN]: _pBIG
  }], [1, {
    [_eQN]: `DefaultEnaQueueCountPerInterface`,
    [_xN]: _dEQCPI
  }], [1, {
    [_eQN]: `MaximumEnaQueueCount`,
    [_xN]: _mEQC
  }], [1, {
    [_eQN]: `MaximumEnaQueueCountPerInterface`,
    [_xN]: _mEQCPI
  }], [() => NetworkCardInterfaceTypeList, {
    [_eQN]: `InterfaceTypeSet`,
    [_xN]: _iTSnt
  }]]
])();
var NetworkInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NIetw,
  0,
  [_NPe, _MNI, _MNC, _DNCI, _NC, _IAPI, _IAPIp, _ISpvu, _ESna, _ESf, _EIf, _EITS, _ESSn, _BWa, _FEQS, _CTC, _SNSe, _MSNI, _IAPSI],
  [[0, {
    [_eQN]: `NetworkPerformance`,
    [_xN]: _nPe
  }], [1, {
    [_eQN]: `MaximumNetworkInterfaces`,
    [_xN]: _mNI
  }], [1, {
    [_eQN]: `MaximumNetworkCards`,
    [_xN]: _mNC
  }], [1, {
    [_eQN]: `DefaultNetworkCardIndex`,
    [_xN]: _dNCI
  }], [() => NetworkCardInfoList, {
    [_eQN]: `NetworkCards`,
    [_xN]: _nC
  }], [1, {
    [_eQN]: `Ipv4AddressesPerInterface`,
    [_xN]: _iAPI
  }], [1, {
    [_eQN]: `Ipv6AddressesPerInterface`,
    [_xN]: _iAPIp
  }], [2, {
    [_eQN]: `Ipv6Supported`,
    [_xN]: _iSpv
  }], [0, {
    [_eQN]: `EnaSupport`,
    [_xN]: _eSna
  }], [2, {
    [_eQN]: `EfaSupported`,
    [_xN]: _eSf
  }], [() => EfaInfo$, {
    [_eQN]: `EfaInfo`,
    [_xN]: _eIf
  }], [2, {
    [_eQN]: `EncryptionInTransitSupported`,
    [_xN]: _eITSn
  }], [2, {
    [_eQN]: `EnaSrdSupported`,
    [_xN]: _eSSn
  }], [() => BandwidthWeightingTypeList, {
    [_eQN]: `BandwidthWeightings`,
    [_xN]: _bWa
  }], [0, {
    [_eQN]: `FlexibleEnaQueuesSupport`,
    [_xN]: _fEQS
  }], [() => DefaultConnectionTrackingConfiguration$, {
    [_eQN]: `ConnectionTrackingConfiguration`,
    [_xN]: _cTC
  }], [2, {
    [_eQN]: `SecondaryNetworkSupported`,
    [_xN]: _sNSec
  }], [1, {
    [_eQN]: `MaximumSecondaryNetworkInterfaces`,
    [_xN]: _mSNI
  }], [1, {
    [_eQN]: `Ipv4AddressesPerSecondaryInterface`,
    [_xN]: _iAPSI
  }]]
])();
var NeuronDeviceCoreInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NDCI,
  0,
  [_Cou, _Ver],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [1, {
    [_eQN]: `Version`,
    [_xN]: _ve
  }]]
])();
var NeuronDeviceInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NDI,
  0,
  [_Cou, _N, _CIor, _MIe],
  [[1, {
    [_eQN]: `Count`,
    [_xN]: _cou
  }], [0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }], [() => NeuronDeviceCoreInfo$, {
    [_eQN]: `CoreInfo`,
    [_xN]: _cIor
  }], [() => NeuronDeviceMemoryInfo$, {
    [_eQN]: `MemoryInfo`,
    [_xN]: _mIe
  }]]
])();
var NeuronDeviceMemoryInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NDMI,
  0,
  [_SIMB],
  [[1, {
    [_eQN]: `SizeInMiB`,
    [_xN]: _sIMB
  }]]
])();
var NeuronInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NIeu,
  0,
  [_NDe, _TNDMIMB],
  [[() => NeuronDeviceInfoList, {
    [_eQN]: `NeuronDevices`,
    [_xN]: _nDe
  }], [1, {
    [_eQN]: `TotalNeuronDeviceMemoryInMiB`,
    [_xN]: _tNDMIMB
  }]]
])();
var NitroTpmInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NTI,
  0,
  [_SVu],
  [[() => NitroTpmSupportedVersionsList, {
    [_eQN]: `SupportedVersions`,
    [_xN]: _sVu
  }]]
])();
var OperatorResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ORper,
  0,
  [_Mana, _P, _HBD],
  [[2, {
    [_eQN]: `Managed`,
    [_xN]: _mana
  }], [0, {
    [_eQN]: `Principal`,
    [_xN]: _p
  }], [2, {
    [_eQN]: `HiddenByDefault`,
    [_xN]: _hBD
  }]]
])();
var Placement$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Pla,
  0,
  [_AZI, _Af, _GN, _PN, _HIo, _Te, _SDp, _HRGA, _GIr, _AZ],
  [[0, {
    [_eQN]: `AvailabilityZoneId`,
    [_xN]: _aZI
  }], [0, {
    [_eQN]: `Affinity`,
    [_xN]: _af
  }], [0, {
    [_eQN]: `GroupName`,
    [_xN]: _gN
  }], [1, {
    [_eQN]: `PartitionNumber`,
    [_xN]: _pN
  }], [0, {
    [_eQN]: `HostId`,
    [_xN]: _hI
  }], [0, {
    [_eQN]: `Tenancy`,
    [_xN]: _te
  }], [0, {
    [_eQN]: `SpreadDomain`,
    [_xN]: _sDp
  }], [0, {
    [_eQN]: `HostResourceGroupArn`,
    [_xN]: _hRGA
  }], [0, {
    [_eQN]: `GroupId`,
    [_xN]: _gIr
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }]]
])();
var PlacementGroupInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PGIl,
  0,
  [_SSu],
  [[() => PlacementGroupStrategyList, {
    [_eQN]: `SupportedStrategies`,
    [_xN]: _sSup
  }]]
])();
var PrivateDnsNameOptionsResponse$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PDNORr,
  0,
  [_HTo, _ERNDAR, _ERNDAAAAR],
  [[0, {
    [_eQN]: `HostnameType`,
    [_xN]: _hTo
  }], [2, {
    [_eQN]: `EnableResourceNameDnsARecord`,
    [_xN]: _eRNDAR
  }], [2, {
    [_eQN]: `EnableResourceNameDnsAAAARecord`,
    [_xN]: _eRNDAAAAR
  }]]
])();
var ProcessorInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PIro,
  0,
  [_SAup, _SCSIG, _SF, _Man],
  [[() => ArchitectureTypeList, {
    [_eQN]: `SupportedArchitectures`,
    [_xN]: _sAu
  }], [1, {
    [_eQN]: `SustainedClockSpeedInGhz`,
    [_xN]: _sCSIG
  }], [() => SupportedAdditionalProcessorFeatureList, {
    [_eQN]: `SupportedFeatures`,
    [_xN]: _sF
  }], [0, {
    [_eQN]: `Manufacturer`,
    [_xN]: _man
  }]]
])();
var ProductCode$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PCr,
  0,
  [_PCIr, _PCT],
  [[0, {
    [_eQN]: `ProductCode`,
    [_xN]: _pCr
  }], [0, {
    [_eQN]: `Type`,
    [_xN]: _ty
  }]]
])();
var Region$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Regi,
  0,
  [_OIS, _Ge, _RN, _Endp],
  [[0, {
    [_eQN]: `OptInStatus`,
    [_xN]: _oIS
  }], [() => RegionGeographyList, {
    [_eQN]: `GeographySet`,
    [_xN]: _gS
  }], [0, {
    [_eQN]: `RegionName`,
    [_xN]: _rNe
  }], [0, {
    [_eQN]: `RegionEndpoint`,
    [_xN]: _rEe
  }]]
])();
var RegionGeography$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RGe,
  0,
  [_N],
  [[0, {
    [_eQN]: `Name`,
    [_xN]: _n
  }]]
])();
var Reservation$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Reser,
  0,
  [_RIe, _OI, _RIeq, _G, _Ins],
  [[0, {
    [_eQN]: `ReservationId`,
    [_xN]: _rI
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `RequesterId`,
    [_xN]: _rIeq
  }], [() => GroupIdentifierList, {
    [_eQN]: `GroupSet`,
    [_xN]: _gSr
  }], [() => InstanceList, {
    [_eQN]: `InstancesSet`,
    [_xN]: _iSns
  }]]
])();
var ScanResults$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SRc,
  0,
  [_HFSL, _FSD, _IFAS, _LFAS, _MFAS, _HFAS, _CFAS],
  [[0, {
    [_eQN]: `HighestFindingSeverityLabel`,
    [_xN]: _hFSL
  }], [4, {
    [_eQN]: `FindingScanDate`,
    [_xN]: _fSD
  }], [4, {
    [_eQN]: `InformationalFixAvailableSince`,
    [_xN]: _iFAS
  }], [4, {
    [_eQN]: `LowFixAvailableSince`,
    [_xN]: _lFAS
  }], [4, {
    [_eQN]: `MediumFixAvailableSince`,
    [_xN]: _mFAS
  }], [4, {
    [_eQN]: `HighFixAvailableSince`,
    [_xN]: _hFAS
  }], [4, {
    [_eQN]: `CriticalFixAvailableSince`,
    [_xN]: _cFAS
  }]]
])();
var Snapshot$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Sna,
  0,
  [_OAw, _OA, _T, _STto, _RETe, _STs, _AZ, _TTr, _CDM, _CTomp, _FSSIB, _SIn, _VIo, _St, _SMta, _STt, _Pro, _OI, _De, _VSo, _Enc, _KKI, _DEKI],
  [[0, {
    [_eQN]: `OwnerAlias`,
    [_xN]: _oAw
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `StorageTier`,
    [_xN]: _sTto
  }], [4, {
    [_eQN]: `RestoreExpiryTime`,
    [_xN]: _rETe
  }], [0, {
    [_eQN]: `SseType`,
    [_xN]: _sTs
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [0, {
    [_eQN]: `TransferType`,
    [_xN]: _tTr
  }], [1, {
    [_eQN]: `CompletionDurationMinutes`,
    [_xN]: _cDM
  }], [4, {
    [_eQN]: `CompletionTime`,
    [_xN]: _cTomp
  }], [1, {
    [_eQN]: `FullSnapshotSizeInBytes`,
    [_xN]: _fSSIB
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [0, {
    [_eQN]: `StatusMessage`,
    [_xN]: _sMt
  }], [4, {
    [_eQN]: `StartTime`,
    [_xN]: _sTt
  }], [0, {
    [_eQN]: `Progress`,
    [_xN]: _pro
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `Description`,
    [_xN]: _de
  }], [1, {
    [_eQN]: `VolumeSize`,
    [_xN]: _vSo
  }], [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }], [0, {
    [_eQN]: `DataEncryptionKeyId`,
    [_xN]: _dEKI
  }]]
])();
var StateReason$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SRt,
  0,
  [_Co, _Me],
  [[0, {
    [_eQN]: `Code`,
    [_xN]: _co
  }], [0, {
    [_eQN]: `Message`,
    [_xN]: _me
  }]]
])();
var Tag$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Ta,
  0,
  [_K, _V],
  [[0, {
    [_eQN]: `Key`,
    [_xN]: _k
  }], [0, {
    [_eQN]: `Value`,
    [_xN]: _v
  }]]
])();
var TagSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TSa,
  0,
  [_RTe, _T],
  [[0, {
    [_eQN]: `ResourceType`,
    [_xN]: _rTe
  }], [() => TagList, { [_xN]: _Ta }]]
])();
var VCpuInfo$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VCIpu,
  0,
  [_DVC, _DCef, _DTPC, _VCa, _VTPC],
  [[1, {
    [_eQN]: `DefaultVCpus`,
    [_xN]: _dVC
  }], [1, {
    [_eQN]: `DefaultCores`,
    [_xN]: _dCe
  }], [1, {
    [_eQN]: `DefaultThreadsPerCore`,
    [_xN]: _dTPC
  }], [() => CoreCountList, {
    [_eQN]: `ValidCores`,
    [_xN]: _vCa
  }], [() => ThreadsPerCoreList, {
    [_eQN]: `ValidThreadsPerCore`,
    [_xN]: _vTPC
  }]]
])();
var Volume$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Vol,
  0,
  [_AZI, _OA, _SVI, _Io, _T, _VT, _FRa, _MAE, _Th, _STs, _Op, _VIR, _VAo, _OI, _VIo, _Siz, _SIn, _AZ, _St, _CTre, _Atta, _Enc, _KKI],
  [[0, {
    [_eQN]: `AvailabilityZoneId`,
    [_xN]: _aZI
  }], [0, {
    [_eQN]: `OutpostArn`,
    [_xN]: _oA
  }], [0, {
    [_eQN]: `SourceVolumeId`,
    [_xN]: _sVI
  }], [1, {
    [_eQN]: `Iops`,
    [_xN]: _io
  }], [() => TagList, {
    [_eQN]: `TagSet`,
    [_xN]: _tS
  }], [0, {
    [_eQN]: `VolumeType`,
    [_xN]: _vT
  }], [2, {
    [_eQN]: `FastRestored`,
    [_xN]: _fRa
  }], [2, {
    [_eQN]: `MultiAttachEnabled`,
    [_xN]: _mAE
  }], [1, {
    [_eQN]: `Throughput`,
    [_xN]: _th
  }], [0, {
    [_eQN]: `SseType`,
    [_xN]: _sTs
  }], [() => OperatorResponse$, {
    [_eQN]: `Operator`,
    [_xN]: _ope
  }], [1, {
    [_eQN]: `VolumeInitializationRate`,
    [_xN]: _vIR
  }], [0, {
    [_eQN]: `VolumeArn`,
    [_xN]: _vA
  }], [0, {
    [_eQN]: `OwnerId`,
    [_xN]: _oI
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [1, {
    [_eQN]: `Size`,
    [_xN]: _si
  }], [0, {
    [_eQN]: `SnapshotId`,
    [_xN]: _sIn
  }], [0, {
    [_eQN]: `AvailabilityZone`,
    [_xN]: _aZ
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [4, {
    [_eQN]: `CreateTime`,
    [_xN]: _cTre
  }], [() => VolumeAttachmentList, {
    [_eQN]: `AttachmentSet`,
    [_xN]: _aSt
  }], [2, {
    [_eQN]: `Encrypted`,
    [_xN]: _enc
  }], [0, {
    [_eQN]: `KmsKeyId`,
    [_xN]: _kKI
  }]]
])();
var VolumeAttachment$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VAol,
  0,
  [_DOT, _ARss, _IOS, _ECI, _VIo, _II, _Dev, _St, _ATtt],
  [[2, {
    [_eQN]: `DeleteOnTermination`,
    [_xN]: _dOT
  }], [0, {
    [_eQN]: `AssociatedResource`,
    [_xN]: _aRs
  }], [0, {
    [_eQN]: `InstanceOwningService`,
    [_xN]: _iOS
  }], [1, {
    [_eQN]: `EbsCardIndex`,
    [_xN]: _eCI
  }], [0, {
    [_eQN]: `VolumeId`,
    [_xN]: _vIo
  }], [0, {
    [_eQN]: `InstanceId`,
    [_xN]: _iI
  }], [0, {
    [_eQN]: `Device`,
    [_xN]: _dev
  }], [0, {
    [_eQN]: `Status`,
    [_xN]: _sta
  }], [4, {
    [_eQN]: `AttachTime`,
    [_xN]: _aTt
  }]]
])();
var __Unit = "unit";
var ArchitectureTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ATLr,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var AssetIdList = 64 | 0;
var BandwidthWeightingTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BWTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var BlockDeviceMappingList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BDML,
  0,
  [
    () => BlockDeviceMapping$,
    { [_xN]: _it }
  ]
])();
var BlockDeviceMappingRequestList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BDMRL,
  0,
  [
    () => BlockDeviceMapping$,
    { [_xN]: _BDM }
  ]
])();
var BootModeTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _BMTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var CarrierGatewayIdSet = 64 | 0;
var CoreCountList = /* @__PURE__ */ (() => [
  1,
  n0,
  _CCL,
  0,
  [
    1,
    { [_xN]: _it }
  ]
])();
var CreateVolumePermissionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _CVPL,
  0,
  [
    () => CreateVolumePermission$,
    { [_xN]: _it }
  ]
])();
var DeleteSnapshotResultSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _DSRS,
  0,
  [
    () => DeleteSnapshotReturnCode$,
    { [_xN]: _it }
  ]
])();
var DescribeImageReferencesImageIdStringList = 64 | 0;
var DescribeImageUsageReportsImageIdStringList = 64 | 0;
var DescribeInstanceTopologyGroupNameSet = 64 | 0;
var DescribeInstanceTopologyInstanceIdSet = 64 | 0;
var DiskInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _DILi,
  0,
  [
    () => DiskInfo$,
    { [_xN]: _it }
  ]
])();
var EbsCardInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ECIL,
  0,
  [
    () => EbsCardInfo$,
    { [_xN]: _it }
  ]
])();
var ElasticGpuAssociationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EGAL,
  0,
  [
    () => ElasticGpuAssociation$,
    { [_xN]: _it }
  ]
])();
var ElasticInferenceAcceleratorAssociationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EIAAL,
  0,
  [
    () => ElasticInferenceAcceleratorAssociation$,
    { [_xN]: _it }
  ]
])();
var ExecutableByStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _EBSL,
  0,
  [
    0,
    { [_xN]: _EBx }
  ]
])();
var FilterList = /* @__PURE__ */ (() => [
  1,
  n0,
  _FLi,
  0,
  [
    () => Filter$,
    { [_xN]: _Fil }
  ]
])();
var FleetIdSet = 64 | 0;
var FpgaDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _FDIL,
  0,
  [
    () => FpgaDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var GpuDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _GDIL,
  0,
  [
    () => GpuDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var GroupIdentifierList = /* @__PURE__ */ (() => [
  1,
  n0,
  _GIL,
  0,
  [
    () => GroupIdentifier$,
    { [_xN]: _it }
  ]
])();
var GroupNameStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _GNSL,
  0,
  [
    0,
    { [_xN]: _GN }
  ]
])();
var ImageIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IISL,
  0,
  [
    0,
    { [_xN]: _IIm }
  ]
])();
var ImageList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ILm,
  0,
  [
    () => Image$,
    { [_xN]: _it }
  ]
])();
var ImageUsageReportIdStringList = 64 | 0;
var ImageWatermarkList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IWL,
  0,
  [
    () => ImageWatermark$,
    { [_xN]: _it }
  ]
])();
var InferenceDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IDIL,
  0,
  [
    () => InferenceDeviceInfo$,
    0
  ]
])();
var InstanceBlockDeviceMappingList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IBDML,
  0,
  [
    () => InstanceBlockDeviceMapping$,
    { [_xN]: _it }
  ]
])();
var InstanceIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IISLn,
  0,
  [
    0,
    { [_xN]: _II }
  ]
])();
var InstanceIpv4PrefixList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IIPL,
  0,
  [
    () => InstanceIpv4Prefix$,
    { [_xN]: _it }
  ]
])();
var InstanceIpv6AddressList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IIAL,
  0,
  [
    () => InstanceIpv6Address$,
    { [_xN]: _it }
  ]
])();
var InstanceIpv6PrefixList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IIPLn,
  0,
  [
    () => InstanceIpv6Prefix$,
    { [_xN]: _it }
  ]
])();
var InstanceList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ILns,
  0,
  [
    () => Instance$,
    { [_xN]: _it }
  ]
])();
var InstanceNetworkInterfaceList = /* @__PURE__ */ (() => [
  1,
  n0,
  _INIL,
  0,
  [
    () => InstanceNetworkInterface$,
    { [_xN]: _it }
  ]
])();
var InstancePrivateIpAddressList = /* @__PURE__ */ (() => [
  1,
  n0,
  _IPIAL,
  0,
  [
    () => InstancePrivateIpAddress$,
    { [_xN]: _it }
  ]
])();
var InstanceSecondaryInterfaceList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISIL,
  0,
  [
    () => InstanceSecondaryInterface$,
    { [_xN]: _it }
  ]
])();
var InstanceSecondaryInterfacePrivateIpAddressList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ISIPIAL,
  0,
  [
    () => InstanceSecondaryInterfacePrivateIpAddress$,
    { [_xN]: _it }
  ]
])();
var InstanceTypeInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _ITILn,
  0,
  [
    () => InstanceTypeInfo$,
    { [_xN]: _it }
  ]
])();
var InstanceTypeList = 64 | 0;
var InstanceTypes = 64 | 0;
var LaunchPermissionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LPL,
  0,
  [
    () => LaunchPermission$,
    { [_xN]: _it }
  ]
])();
var LicenseList = /* @__PURE__ */ (() => [
  1,
  n0,
  _LL,
  0,
  [
    () => LicenseConfiguration$,
    { [_xN]: _it }
  ]
])();
var MediaDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _MDIL,
  0,
  [
    () => MediaDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var MetricCategoryIdList = /* @__PURE__ */ (() => [
  1,
  n0,
  _MCIL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var NetworkCardInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NCIL,
  0,
  [
    () => NetworkCardInfo$,
    { [_xN]: _it }
  ]
])();
var NetworkCardInterfaceTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NCITL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var NetworkInterfacePermissionIdList = 64 | 0;
var NeuronDeviceInfoList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NDIL,
  0,
  [
    () => NeuronDeviceInfo$,
    { [_xN]: _it }
  ]
])();
var NitroTpmSupportedVersionsList = /* @__PURE__ */ (() => [
  1,
  n0,
  _NTSVL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var OrganizationalUnitArnStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _OUASL,
  0,
  [
    0,
    { [_xN]: _OUA }
  ]
])();
var OrganizationArnStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _OASL,
  0,
  [
    0,
    { [_xN]: _OArg }
  ]
])();
var OwnerStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _OSL,
  0,
  [
    0,
    { [_xN]: _Own }
  ]
])();
var PlacementGroupStrategyList = /* @__PURE__ */ (() => [
  1,
  n0,
  _PGSL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var PlacementGroupStringList = 64 | 0;
var ProductCodeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _PCLr,
  0,
  [
    () => ProductCode$,
    { [_xN]: _it }
  ]
])();
var ProductCodeStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _PCSL,
  0,
  [
    0,
    { [_xN]: _PCr }
  ]
])();
var ProductDescriptionList = 64 | 0;
var RegionGeographyList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RGL,
  0,
  [
    () => RegionGeography$,
    { [_xN]: _it }
  ]
])();
var RegionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RL,
  0,
  [
    () => Region$,
    { [_xN]: _it }
  ]
])();
var RegionNames = 64 | 0;
var RegionNameStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RNSL,
  0,
  [
    0,
    { [_xN]: _RN }
  ]
])();
var RequestInstanceTypeList = 64 | 0;
var ReservationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RLe,
  0,
  [
    () => Reservation$,
    { [_xN]: _it }
  ]
])();
var ReservedInstancesOfferingIdStringList = 64 | 0;
var ResourceIdList = 64 | 0;
var ResourceTypeOptionValuesList = 64 | 0;
var RestorableByStringList = 64 | 0;
var RootDeviceTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _RDTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var RouteServerEndpointIdsList = 64 | 0;
var RouteServerIdsList = 64 | 0;
var RouteServerPeerIdsList = 64 | 0;
var SnapshotIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SISL,
  0,
  [
    0,
    { [_xN]: _SIn }
  ]
])();
var SnapshotList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SLn,
  0,
  [
    () => Snapshot$,
    { [_xN]: _it }
  ]
])();
var SupportedAdditionalProcessorFeatureList = /* @__PURE__ */ (() => [
  1,
  n0,
  _SAPFL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var SupportedInstanceTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _SITS,
  0,
  [
    () => InstanceTypeItem$,
    { [_xN]: _it }
  ]
])();
var TagList = /* @__PURE__ */ (() => [
  1,
  n0,
  _TL,
  0,
  [
    () => Tag$,
    { [_xN]: _it }
  ]
])();
var TagSpecificationList = /* @__PURE__ */ (() => [
  1,
  n0,
  _TSL,
  0,
  [
    () => TagSpecification$,
    { [_xN]: _it }
  ]
])();
var ThreadsPerCoreList = /* @__PURE__ */ (() => [
  1,
  n0,
  _TPCL,
  0,
  [
    1,
    { [_xN]: _it }
  ]
])();
var TrafficMirrorFilterRuleFieldList = 64 | 0;
var TrafficMirrorSessionFieldList = 64 | 0;
var TransitGatewayAttachmentIdStringList = 64 | 0;
var UnsupportedInstanceTypeSet = /* @__PURE__ */ (() => [
  1,
  n0,
  _UITS,
  0,
  [
    () => InstanceTypeItem$,
    { [_xN]: _it }
  ]
])();
var UsageClassTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _UCTL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var UserGroupStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _UGSL,
  0,
  [
    0,
    { [_xN]: _UGs }
  ]
])();
var UserIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _UISL,
  0,
  [
    0,
    { [_xN]: _UI }
  ]
])();
var ValueStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VSL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var VirtualizationTypeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VTLi,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var VolumeAttachmentList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VALo,
  0,
  [
    () => VolumeAttachment$,
    { [_xN]: _it }
  ]
])();
var VolumeIdStringList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VISL,
  0,
  [
    0,
    { [_xN]: _VIo }
  ]
])();
var VolumeList = /* @__PURE__ */ (() => [
  1,
  n0,
  _VLo,
  0,
  [
    () => Volume$,
    { [_xN]: _it }
  ]
])();
var WorkloadsList = /* @__PURE__ */ (() => [
  1,
  n0,
  _WL,
  0,
  [
    0,
    { [_xN]: _it }
  ]
])();
var CopyImage$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _CIopy,
  0,
  () => CopyImageRequest$,
  () => CopyImageResult$
])();
var CreateImage$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _CIr,
  0,
  () => CreateImageRequest$,
  () => CreateImageResult$
])();
var CreateTags$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _CTreat,
  0,
  () => CreateTagsRequest$,
  () => __Unit
])();
var DeleteSnapshot$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DSele,
  0,
  () => DeleteSnapshotRequest$,
  () => __Unit
])();
var DeregisterImage$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIer,
  0,
  () => DeregisterImageRequest$,
  () => DeregisterImageResult$
])();
var DescribeImageAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIA,
  0,
  () => DescribeImageAttributeRequest$,
  () => ImageAttribute$
])();
var DescribeImages$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIes,
  0,
  () => DescribeImagesRequest$,
  () => DescribeImagesResult$
])();
var DescribeInstances$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIesc,
  0,
  () => DescribeInstancesRequest$,
  () => DescribeInstancesResult$
])();
var DescribeInstanceTypes$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DITe,
  0,
  () => DescribeInstanceTypesRequest$,
  () => DescribeInstanceTypesResult$
])();
var DescribeRegions$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DRes,
  0,
  () => DescribeRegionsRequest$,
  () => DescribeRegionsResult$
])();
var DescribeSnapshotAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DSAe,
  0,
  () => DescribeSnapshotAttributeRequest$,
  () => DescribeSnapshotAttributeResult$
])();
var DescribeSnapshots$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DSes,
  0,
  () => DescribeSnapshotsRequest$,
  () => DescribeSnapshotsResult$
])();
var DescribeVolumes$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DVes,
  0,
  () => DescribeVolumesRequest$,
  () => DescribeVolumesResult$
])();
var DisableImageDeregistrationProtection$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DIDP,
  0,
  () => DisableImageDeregistrationProtectionRequest$,
  () => DisableImageDeregistrationProtectionResult$
])();
var EnableImageDeprecation$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _EID,
  0,
  () => EnableImageDeprecationRequest$,
  () => EnableImageDeprecationResult$
])();
var EnableImageDeregistrationProtection$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _EIDP,
  0,
  () => EnableImageDeregistrationProtectionRequest$,
  () => EnableImageDeregistrationProtectionResult$
])();
var GetImageBlockPublicAccessState$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _GIBPAS,
  0,
  () => GetImageBlockPublicAccessStateRequest$,
  () => GetImageBlockPublicAccessStateResult$
])();
var ModifyImageAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _MIA,
  0,
  () => ModifyImageAttributeRequest$,
  () => __Unit
])();
var ModifySnapshotAttribute$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _MSA,
  0,
  () => ModifySnapshotAttributeRequest$,
  () => __Unit
])();

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2016-11-15",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultEC2HttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsEc2QueryProtocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.ec2",
      errorTypeRegistries,
      xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15",
      version: "2016-11-15",
      serviceTarget: "AmazonEC2"
    },
    serviceId: config?.serviceId ?? "EC2",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-ec2/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-ec2/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-ec2/dist-es/EC2Client.js
var EC2Client = class extends Client {
  config;
  constructor(...[configuration2]) {
    const _config_0 = getRuntimeConfig2(configuration2 || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration2?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultEC2HttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-ec2/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "AmazonEC2", "EC2Client", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command2, cs, config, o) => [];

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteSnapshotCommand.js
var DeleteSnapshotCommand = class extends command(_ep0, _mw0, "DeleteSnapshot", DeleteSnapshot$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeregisterImageCommand.js
var DeregisterImageCommand = class extends command(_ep0, _mw0, "DeregisterImage", DeregisterImage$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeImagesCommand.js
var DescribeImagesCommand = class extends command(_ep0, _mw0, "DescribeImages", DescribeImages$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeInstancesCommand.js
var DescribeInstancesCommand = class extends command(_ep0, _mw0, "DescribeInstances", DescribeInstances$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSnapshotsCommand.js
var DescribeSnapshotsCommand = class extends command(_ep0, _mw0, "DescribeSnapshots", DescribeSnapshots$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeVolumesCommand.js
var DescribeVolumesCommand = class extends command(_ep0, _mw0, "DescribeVolumes", DescribeVolumes$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DisableImageDeregistrationProtectionCommand.js
var DisableImageDeregistrationProtectionCommand = class extends command(_ep0, _mw0, "DisableImageDeregistrationProtection", DisableImageDeregistrationProtection$) {
};

// lib/http-agents.js
init_node_http();
function httpAgents(environment, ca) {
  const options = { keepAlive: true, proxyEnv: environment };
  return {
    httpAgent: new node_http_default.Agent(options),
    httpsAgent: new node_https_default.Agent({ ...options, ...ca === void 0 ? {} : { ca: [...ca] } })
  };
}

// lib/version.js
var version = "0.1.0";

// lib/aws/ca-bundle.js
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { getCACertificates } from "node:tls";
var variable = "AWS_CA_BUNDLE";
function trustedCertificates(environment) {
  const path = environment[variable];
  if (!path)
    return void 0;
  return [...getCACertificates("default"), ...certificatesOf(path)];
}
function certificatesOf(path) {
  const certificates = read(path).match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0)
    throw unusable(path, "it holds no certificate in PEM form");
  for (const certificate of certificates) {
    try {
      new X509Certificate(certificate);
    } catch (error2) {
      throw unusable(path, "one of its certificates cannot be read", error2);
    }
  }
  return certificates;
}
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error2) {
    throw unusable(path, messageOf(error2), error2);
  }
}
function unusable(path, reason, cause) {
  return new BakeError(`The file that \`${variable}\` names cannot be used, ${path}: ${reason}`, {
    cause,
    remedy: `Set the environment variable \`${variable}\` to a readable file of certificates in PEM form, or leave it unset.`
  });
}

// lib/aws/errors.js
var UnreadableAnswerError = class extends Error {
  name = "UnreadableAnswerError";
};
var NoAnswerError = class extends Error {
  name = "NoAnswerError";
};
var credentialCodes = /* @__PURE__ */ new Set([
  "AuthFailure",
  "Blocked",
  "CredentialsProviderError",
  "ExpiredToken",
  "ExpiredTokenException",
  "IDPRejectedClaim",
  "IDPRejectedClaimException",
  "IncompleteSignature",
  "InvalidClientTokenId",
  "InvalidIdentityToken",
  "InvalidIdentityTokenException",
  "MissingAuthenticationToken",
  "RequestExpired",
  "SignatureDoesNotMatch",
  "TokenProviderError",
  "TokenRefreshRequired",
  "UnrecognizedClientException"
]);
var permissionCodes = /* @__PURE__ */ new Set([
  "AccessDenied",
  "AccessDeniedException",
  "OptInRequired",
  "PendingVerification",
  "UnauthorizedOperation"
]);
var throttlingCodes = /* @__PURE__ */ new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "ThrottledException",
  "TooManyRequestsException"
]);
var busyCodes = /* @__PURE__ */ new Set([
  "ConcurrentCreateImageNoRebootLimitExceeded",
  "ConcurrentSnapshotLimitExceeded",
  "ConcurrentTagAccess",
  // STS API Reference, AssumeRoleWithWebIdentity: "retry the request".
  "IDPCommunicationError",
  "IDPCommunicationErrorException",
  "IncorrectInstanceState",
  "IncorrectState",
  "PendingSnapshotLimitExceeded",
  "SnapshotCreationPerVolumeRateExceeded",
  // Systems Manager API Reference, PutParameter: one update of a parameter at a time.
  "TooManyUpdates"
]);
var judgedCodes = /* @__PURE__ */ new Set([
  ...credentialCodes,
  ...permissionCodes,
  ...throttlingCodes,
  ...busyCodes
]);
function errorKind(thrown) {
  if (thrown instanceof UnreadableAnswerError || thrown instanceof NoAnswerError)
    return "unclear";
  const { code, httpStatus } = awsErrorFacts(thrown);
  if (credentialCodes.has(code))
    return "credentials";
  if (permissionCodes.has(code))
    return "permission";
  if (throttlingCodes.has(code))
    return "throttled";
  if (busyCodes.has(code))
    return "busy";
  if (code === "AbortError")
    return "aborted";
  if (code.endsWith(".NotFound") || code.endsWith(".Unknown"))
    return "not-found";
  if (isCertificateCode(code))
    return "refused";
  if (httpStatus === void 0)
    return isProgrammingError(thrown) ? "refused" : "unclear";
  if (httpStatus >= 500 || httpStatus === 408)
    return "unclear";
  if (httpStatus === 429)
    return "throttled";
  if (httpStatus < 300)
    return "unclear";
  return "refused";
}
function isPassing(kind) {
  return kind === "throttled" || kind === "busy" || kind === "unclear";
}
function awsErrorFacts(thrown) {
  if (!(thrown instanceof Error)) {
    return { code: "Unknown", message: messageOf(thrown), httpStatus: void 0, requestId: void 0 };
  }
  const error2 = thrown;
  const code = typeof error2.code === "string" && !("$fault" in error2) ? error2.code : error2.name;
  return {
    code,
    message: messageOf(error2),
    httpStatus: error2.$metadata?.httpStatusCode ?? error2.$response?.statusCode,
    requestId: error2.$metadata?.requestId
  };
}
var encodedRefusal = /\s*Encoded authorization failure message: ([\w+/=-]+)/;
function encodedRefusalIn(message) {
  return encodedRefusal.exec(message)?.[1];
}
function describeAwsError(thrown) {
  const { code, message, requestId } = awsErrorFacts(thrown);
  const readable = message.replace(encodedRefusal, "").trim();
  const text2 = readable === code || readable === "" ? code : `${code}: ${readable}`;
  return requestId === void 0 ? text2 : `${text2} (request ${requestId})`;
}
function isCertificateCode(code) {
  return /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/.test(code);
}
function isProgrammingError(thrown) {
  return thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof ReferenceError;
}

// lib/aws/ssm.js
function ssmByRegion(load) {
  const loaded = /* @__PURE__ */ new Map();
  const loadOnce = (region) => {
    const known = loaded.get(region) ?? load(region);
    loaded.set(region, known);
    return known;
  };
  return (region) => ({
    async getParameters(input, how) {
      const { client, GetParametersCommand } = await loadOnce(region);
      return client.send(new GetParametersCommand(input), how);
    },
    async putParameter(input, how) {
      const { client, PutParameterCommand } = await loadOnce(region);
      return client.send(new PutParameterCommand(input), how);
    }
  });
}
function refuseHollowAnswers(client) {
  client.middlewareStack.add((next, { commandName }) => async (args) => {
    const result = await next(args);
    const { $metadata, ...fields2 } = result.output;
    if (Object.values(fields2).some((value) => value !== void 0))
      return result;
    throw new UnreadableAnswerError(`${(commandName ?? "").replace(/Command$/, "")} was answered with HTTP ${$metadata.httpStatusCode} and an empty body, which is not a whole answer of the API`);
  }, { step: "initialize", name: "refuseHollowAnswers" });
}

// lib/aws/whole-answer.js
function refusePartialAnswers(client) {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const response = result.response;
      const body = await collect(response.body);
      refuseUnlessWhole(actionOf(context.commandName), response.statusCode, body.toString("utf8"));
      response.body = body;
      return result;
    },
    // Low priority: inside of the SDK's deserializer, which gets the body as bytes.
    { step: "deserialize", priority: "low", name: "refusePartialAnswers" }
  );
}
function actionOf(commandName) {
  return (commandName ?? "").replace(/Command$/, "");
}
async function collect(body) {
  if (body === void 0 || body === null)
    return Buffer.alloc(0);
  if (typeof body === "string" || body instanceof Uint8Array)
    return Buffer.from(body);
  const chunks = [];
  for await (const chunk of body)
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
function refuseUnlessWhole(action2, status, text2) {
  const ends = text2.trimEnd();
  const whole = status < 300 ? ends.includes(`<${action2}Response`) && (ends.endsWith(`</${action2}Response>`) || ends.endsWith("/>")) : ends.endsWith("</Response>") || ends.endsWith("</ErrorResponse>");
  if (whole)
    return;
  const seen = text2.trim() === "" ? "an empty body" : `a body that begins with ${JSON.stringify(text2.slice(0, 60))}`;
  throw Object.assign(new UnreadableAnswerError(`${action2} was answered with HTTP ${status} and ${seen}, which is not a whole answer of the API`), { $response: { statusCode: status } });
}

// lib/aws/clients.js
var connectionMilliseconds = 5e3;
function ec2Client(options) {
  const client = new EC2Client(configuration(options));
  refusePartialAnswers(client);
  return client;
}
async function stsClient(options) {
  const sts = await import("./sts-NVPMWB2S.js");
  const client = new sts.STSClient(configuration(options));
  refusePartialAnswers(client);
  return client;
}
async function kmsClient(options) {
  const kms = await import("./kms-7ZNJWKC7.js");
  return new kms.KMSClient(configuration(options));
}
async function ssmClient(options) {
  const ssm = await import("./ssm-YRNJAI54.js");
  const client = new ssm.SSMClient(configuration(options));
  refuseHollowAnswers(client);
  return client;
}
function configuration({ region, environment, credentials, requestHandler }) {
  return {
    region,
    // aws/patient-client.ts does the retrying.
    maxAttempts: 1,
    ...credentials === void 0 ? {} : { credentials },
    customUserAgent: [["bake-ami", version]],
    requestHandler: requestHandler ?? httpOptions(environment)
  };
}
function httpOptions(environment) {
  return {
    connectionTimeout: connectionMilliseconds,
    ...httpAgents(environment, trustedCertificates(environment))
  };
}

// lib/aws/patient-client.js
var defaultPatienceSeconds = 180;
var defaultAttemptSeconds = 15;
var PatientClient = class _PatientClient {
  #client;
  #clock;
  #random;
  #options;
  constructor(options) {
    this.#options = options;
    this.#client = options.client;
    this.#clock = options.clock;
    this.#random = options.random;
  }
  /**
   * The same client with less patience: no retry begins after the deadline, and an attempt ends a few seconds after it.
   * @param deadline milliseconds since the epoch
   */
  until(deadline) {
    return new _PatientClient({ ...this.#options, deadline });
  }
  /**
   * @throws the SDK's error of the last attempt, NoAnswerError, UnreadableAnswerError, or the signal's reason
   */
  async send(command2, options) {
    const patience2 = (options.patienceSeconds ?? defaultPatienceSeconds) * 1e3;
    const start = this.#clock.now();
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.#attempt(command2, options);
      } catch (error2) {
        options.signal.throwIfAborted();
        const kind = errorKind(error2);
        const unreachable = isUnreachable(error2) ? unreachablePatienceSeconds * 1e3 : patience2;
        const limit = Math.min(patience2, unreachable, this.#millisecondsLeft() + this.#clock.now() - start);
        const worthAnother = isPassing(kind) || kind === "not-found" && options.newObject === true;
        const delay = retryMilliseconds(kind === "unclear" ? 0.4 : 1, failures, this.#random());
        if (!worthAnother || this.#clock.now() + delay - start > limit)
          throw error2;
        await this.#clock.sleep(delay, options.signal);
      }
    }
  }
  #millisecondsLeft() {
    return (this.#options.deadline ?? Number.POSITIVE_INFINITY) - this.#clock.now();
  }
  async #attempt(command2, options) {
    options.signal.throwIfAborted();
    const left = Math.max(graceSeconds, this.#millisecondsLeft() / 1e3);
    const seconds = Math.min(options.attemptSeconds ?? defaultAttemptSeconds, left);
    const attempt = new AbortController();
    const settled = new AbortController();
    const onAbort = () => attempt.abort(options.signal.reason);
    options.signal.addEventListener("abort", onAbort, { once: true });
    const ended = new Promise((_resolve, reject) => {
      attempt.signal.addEventListener("abort", () => reject(attempt.signal.reason), { once: true });
    });
    ended.catch(() => void 0);
    this.#clock.sleep(seconds * 1e3, settled.signal).then(() => attempt.abort(new NoAnswerError(`AWS did not answer within ${Math.ceil(seconds)} seconds`)), () => void 0);
    try {
      const answer = this.#client.send(command2, { abortSignal: attempt.signal });
      return await Promise.race([answer, ended]);
    } catch (error2) {
      if (attempt.signal.aborted)
        throw attempt.signal.reason;
      throw error2;
    } finally {
      settled.abort(new Error("The attempt is over"));
      options.signal.removeEventListener("abort", onAbort);
    }
  }
};
var graceSeconds = 5;
var unreachablePatienceSeconds = 3;
function isUnreachable(error2) {
  return ["ENOTFOUND", "ECONNREFUSED"].includes(awsErrorFacts(error2).code);
}
var longestDelaySeconds = 15;
function retryMilliseconds(baseSeconds, failures, random) {
  const ceiling = Math.min(longestDelaySeconds, baseSeconds * 2 ** (failures - 1));
  return ceiling * (0.5 + random / 2) * 1e3;
}

// lib/aws/role-errors.js
var action = "sts:AssumeRoleWithWebIdentity";
var RoleError = class extends BakeError {
  /** As the SDK calls whatever its credential providers throw: aws/errors.ts takes it for what it is by this name. */
  name = "CredentialsProviderError";
  constructor(roleArn, reason, { remedy, cause }) {
    super(`Could not assume the role ${roleArn}. ${reason}`, {
      cause,
      ...remedy === void 0 ? {} : { remedy }
    });
  }
};
function passesByItself(thrown) {
  const { code, message } = awsErrorFacts(thrown);
  if (/^(?:IDPCommunicationError|ExpiredToken)(?:Exception)?$/.test(code))
    return true;
  if (isInvalidToken(code))
    return /retrieve verification key/i.test(message);
  return isPassing(errorKind(thrown));
}
function roleErrorOf(roleArn, { message, remedy, cause }) {
  return new RoleError(roleArn, message, { remedy, cause });
}
function refusedRole(roleArn, token, thrown) {
  return new RoleError(roleArn, `${action}: ${describeAwsError(thrown)}`, {
    remedy: remedyFor(awsErrorFacts(thrown).code, roleArn, claimsOf(token)),
    cause: thrown
  });
}
function remedyFor(code, roleArn, claims) {
  if (/^AccessDenied/.test(code))
    return trustRemedy(claims);
  if (isInvalidToken(code) || /^IDPRejectedClaim/.test(code))
    return providerRemedy(roleArn, claims);
  if (/^RegionDisabled/.test(code)) {
    return "Activate STS for this Region in the role's account (IAM console, Account settings), or bake in another Region.";
  }
  if (code === "ValidationError") {
    return "Check `role-to-assume`: the role must exist in the partition of the Region that is baked in.";
  }
  return void 0;
}
function isInvalidToken(code) {
  return /^InvalidIdentityToken/.test(code);
}
function trustRemedy({ sub, aud, issuer }) {
  const forms = "GitHub makes it of the form `repo:OWNER/REPO:ref:refs/heads/BRANCH`, `repo:OWNER/REPO:pull_request` or `repo:OWNER/REPO:environment:NAME`";
  return [
    "Check that the role exists and that its trust policy lets this job in: it has to allow",
    `\`${action}\` to the identity provider \`${issuer}\`, and its conditions have to fit this job's token.`,
    sub === void 0 ? `Look at the condition on \`${issuer}:sub\`: ${forms}, upper and lower case count.` : `The token says \`${issuer}:sub\` is \`${sub}\` and \`${issuer}:aud\` is \`${aud}\`; upper and lower case count.`
  ].join(" ");
}
function providerRemedy(roleArn, { aud, issuer }) {
  const account = roleArn.split(":")[4];
  return `Account ${account} needs an OIDC identity provider in IAM with the URL \`https://${issuer}\` and the audience \`${aud}\`.`;
}
function claimsOf(token) {
  const claims = payloadOf(token);
  const read2 = (name2) => typeof claims[name2] === "string" ? claims[name2] : void 0;
  return {
    sub: read2("sub"),
    aud: read2("aud") ?? "sts.amazonaws.com",
    issuer: (read2("iss") ?? "https://token.actions.githubusercontent.com").replace(/^https:\/\//, "")
  };
}
function payloadOf(token) {
  try {
    const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    return typeof payload === "object" && payload !== null ? payload : {};
  } catch {
    return {};
  }
}

// lib/aws/credentials.js
function assumedRole(options) {
  const role2 = new AssumedRole(options);
  return Object.assign(() => role2.credentials(), { memoized: true });
}
function sessionName(runId, runAttempt) {
  return `bake-ami-${runId}-${runAttempt}`.replace(/[^\w+=,.@-]/g, "-").slice(0, 64);
}
async function credentialsExpireAt(client) {
  try {
    const credentials = await client.config.credentials();
    if ("renewable" in credentials)
      return void 0;
    const { expiration } = credentials;
    return expiration === void 0 || Number.isNaN(expiration.getTime()) ? void 0 : expiration;
  } catch {
    return void 0;
  }
}
var defaultSessionSeconds = 3600;
var renewalSeconds = 300;
var pauseSeconds = 20;
var answerSeconds = 10;
var tries = 3;
var AssumedRole = class {
  #options;
  #session;
  /** The one that is under way; everybody waits for the same. */
  #renewal;
  /** No renewal before this time, in milliseconds since the epoch. */
  #pauseUntil = 0;
  constructor(options) {
    this.#options = options;
  }
  async credentials() {
    const session = this.#usable();
    if (session === void 0)
      return (await this.#wait()).credentials;
    const now = this.#options.clock.now();
    const due = now >= session.renewFrom && now >= this.#pauseUntil;
    if (due && this.#renewal === void 0)
      this.#renewAlongside();
    return session.credentials;
  }
  #usable() {
    const session = this.#session;
    return session !== void 0 && this.#options.clock.now() < session.useUntil ? session : void 0;
  }
  /** Nobody waits for it: requests go on with the session that is still good. */
  #renewAlongside() {
    this.#renew().catch((error2) => {
      this.#options.onTrouble?.(`The session goes on unrenewed for now: ${messageOf(error2)}`);
    });
  }
  /** There is no session to go on with. */
  async #wait() {
    const { clock, random, onTrouble } = this.#options;
    for (let failures = 1; ; failures += 1) {
      try {
        return this.#usable() ?? await this.#renew();
      } catch (error2) {
        if (error2 instanceof BakeError || failures >= tries)
          throw error2;
        onTrouble?.(`${messageOf(error2)}. Trying again`);
        await clock.sleep(retryMilliseconds(1, failures, random()));
      }
    }
  }
  #renew() {
    this.#renewal ??= this.#assume().then((session) => {
      this.#renewal = void 0;
      this.#session = session;
      return session;
    }, (error2) => {
      this.#renewal = void 0;
      this.#pauseUntil = this.#options.clock.now() + pauseSeconds * 1e3;
      throw error2;
    });
    return this.#renewal;
  }
  async #assume() {
    const token = await this.#token();
    const askedAt = this.#options.clock.now();
    const answer = await this.#ask(token);
    return this.#sessionOf(answer, askedAt);
  }
  async #token() {
    const { roleArn, idToken, clock } = this.#options;
    try {
      return await within(clock, "GitHub", (signal) => idToken(audienceOf(roleArn), signal));
    } catch (error2) {
      throw error2 instanceof BakeError ? roleErrorOf(roleArn, error2) : noSession(roleArn, "no OIDC token", error2);
    }
  }
  async #ask(token) {
    const { roleArn } = this.#options;
    try {
      return await this.#assumeBy(token);
    } catch (error2) {
      if (error2 instanceof BakeError)
        throw roleErrorOf(roleArn, error2);
      throw passesByItself(error2) ? noSession(roleArn, action, error2) : refusedRole(roleArn, token, error2);
    }
  }
  async #assumeBy(token) {
    const { roleArn, sessionName: RoleSessionName, sts, clock } = this.#options;
    const client = await sts();
    const { AssumeRoleWithWebIdentityCommand } = await import("./sts-NVPMWB2S.js");
    const command2 = new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName,
      WebIdentityToken: token
    });
    const { Credentials: given2 } = await within(clock, "STS", (abortSignal) => client.send(command2, { abortSignal }));
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given2 ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
      throw new UnreadableAnswerError("the answer lacks the credentials");
    }
    return { AccessKeyId, SecretAccessKey, SessionToken, Expiration };
  }
  #sessionOf({ AccessKeyId, SecretAccessKey, SessionToken, Expiration }, askedAt) {
    for (const secret of [SecretAccessKey, SessionToken])
      this.#options.onSecret?.(secret);
    const endsAt = Math.min(Expiration.getTime(), askedAt + defaultSessionSeconds * 1e3);
    const ahead = Math.min(renewalSeconds * 1e3, Math.max(0, endsAt - askedAt) / 3);
    return {
      credentials: {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        expiration: new Date(endsAt),
        renewable: true
      },
      renewFrom: endsAt - ahead,
      useUntil: endsAt - ahead / 10
    };
  }
};
function audienceOf(roleArn) {
  return roleArn.startsWith("arn:aws-cn:") ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
var ownErrors = /* @__PURE__ */ new Set(["Error", "NoAnswerError", "UnreadableAnswerError"]);
function noSession(roleArn, what, cause) {
  const { name: name2 } = cause;
  const reason = ownErrors.has(name2) ? messageOf(cause) : describeAwsError(cause);
  return new NoAnswerError(`The role ${roleArn} could not be assumed, ${what}: ${reason}`, { cause });
}
async function within(clock, whose, work) {
  const limit = new AbortController();
  const settled = new AbortController();
  const timeout = clock.sleep(answerSeconds * 1e3, settled.signal).then(() => {
    const error2 = new NoAnswerError(`${whose} did not answer within ${answerSeconds} seconds`);
    limit.abort(error2);
    throw error2;
  });
  try {
    return await Promise.race([timeout, work(limit.signal)]);
  } finally {
    settled.abort(new Error("The call is over"));
  }
}

// lib/aws/kms.js
var patience = { patienceSeconds: 3, attemptSeconds: 3 };
function kmsKeyManagers(load) {
  return {
    async managerOf(KeyId, signal) {
      const { client, DescribeKeyCommand } = await load();
      const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }), {
        signal,
        ...patience
      });
      return KeyMetadata?.KeyManager === "AWS" ? "AWS" : "CUSTOMER";
    }
  };
}

// lib/aws/access.js
function awsAccess({ clock, random, role: role2, ...given2 }) {
  const options = role2 === void 0 ? given2 : { ...given2, credentials: assumed(role2) };
  const home = ec2Client(options);
  const clients = /* @__PURE__ */ new Map([[given2.region, new PatientClient({ client: home, clock, random })]]);
  const ec2In = (region) => {
    const known = clients.get(region);
    if (known !== void 0)
      return known;
    const made = new PatientClient({ client: ec2Client({ ...options, region }), clock, random });
    clients.set(region, made);
    return made;
  };
  return {
    ec2: ec2In(given2.region),
    ec2In,
    keyManagers: kmsKeyManagers(async () => {
      const [client, { DescribeKeyCommand }] = await Promise.all([
        kmsClient(options),
        import("./kms-7ZNJWKC7.js")
      ]);
      return { client: new PatientClient({ client, clock, random }), DescribeKeyCommand };
    }),
    ssmIn: ssmByRegion(async (region) => {
      const [client, { GetParametersCommand, PutParameterCommand }] = await Promise.all([
        ssmClient({ ...options, region }),
        import("./ssm-YRNJAI54.js")
      ]);
      return {
        client: new PatientClient({ client, clock, random }),
        GetParametersCommand,
        PutParameterCommand
      };
    }),
    sts: () => stsClient(options),
    credentialsExpireAt: () => credentialsExpireAt(home)
  };
  function assumed(wanted) {
    let client;
    const sts = () => {
      client ??= stsClient(given2);
      return client;
    };
    return assumedRole({ ...wanted, clock, random, sts });
  }
}

// lib/naming/tag-rules.js
var mostTags = 50;
var longestTagKey = 128;
var longestTagValue = 256;
var awsPrefix = "aws:";
var ownPrefix = "bake-ami:";

// lib/naming/text.js
var controlCharacters = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g;
function withoutControls(text2) {
  return text2.toWellFormed().replace(controlCharacters, " ");
}
function cut(text2, limit) {
  const last = text2.charCodeAt(limit - 1);
  const splitsPair = text2.length > limit && last >= 55296 && last <= 56319;
  return text2.slice(0, splitsPair ? limit - 1 : limit);
}
var listedCharacters = 8;
function listCharacters(characters) {
  const distinct = [...new Set(characters)];
  const more = distinct.length > listedCharacters ? ", \u2026" : "";
  return distinct.slice(0, listedCharacters).map(showCharacter).join(", ") + more;
}
function showCharacter(character) {
  if (character === "\n")
    return "a line end";
  if (/^[!-~ ]$/.test(character))
    return `"${character}"`;
  const codePoint2 = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `"${character}" (${codePoint2})` : codePoint2;
}
var excerptCharacters = 40;
function excerpt(text2, at) {
  const start = Math.max(0, at - excerptCharacters / 2);
  const end = Math.min(text2.length, start + excerptCharacters);
  return `${start > 0 ? "\u2026" : ""}${withoutControls(text2.slice(start, end))}${end < text2.length ? "\u2026" : ""}`;
}

// lib/naming/tags.js
var keyTag = `${ownPrefix}key`;
var familyTag = `${ownPrefix}family`;
var stateTag = `${ownPrefix}state`;
var commitTag = `${ownPrefix}commit`;
var runTag = `${ownPrefix}run`;
var nameTag = "Name";
function provenanceTags({ key, family, workflow, source }) {
  const values = {
    [keyTag]: key,
    [familyTag]: family,
    [stateTag]: "baking",
    [`${ownPrefix}repository`]: `${workflow.owner}/${workflow.repo}`,
    [commitTag]: workflow.sha,
    [`${ownPrefix}ref`]: workflow.ref,
    [runTag]: workflow.runUrl,
    [`${ownPrefix}instance`]: source.id,
    [`${ownPrefix}source-ami`]: source.imageId
  };
  return Object.entries(values).map(([Key, value]) => ({
    Key,
    Value: cut(withoutControls(value), longestTagValue)
  }));
}
function readied(tags = {}) {
  return { ...tags, [stateTag]: "ready" };
}
function unfinishedTags(tags) {
  return { ...tags, [stateTag]: "baking" };
}
function tagsOfResumed({ key }) {
  const tags = [{ Key: keyTag, Value: key }];
  return { imageTags: tags, snapshotTags: tags };
}
function isSameAttempt(tags, others2) {
  const runOf = (list) => list.find(({ Key }) => Key === runTag)?.Value;
  return runOf(tags) === runOf(others2);
}
var provenanceTagCount = 9;
function allTags(userTags, name2, provenance) {
  const named = userTags.some(({ Key }) => Key === nameTag);
  return [...named ? [] : [{ Key: nameTag, Value: name2 }], ...userTags, ...provenance];
}
function overridden(first, second, keyOf2) {
  return [...new Map([...first, ...second].map((entry) => [keyOf2(entry), entry])).values()];
}
function tagListProblems(tags, snapshotTags) {
  const onSnapshots = overridden(tags, snapshotTags, ({ key }) => key);
  return [
    ...duplicateKeys("tags", tags),
    ...duplicateKeys("snapshot-tags", snapshotTags),
    ...tooMany("tags", "the image", tags) ?? tooMany("snapshot-tags", "each snapshot", onSnapshots) ?? []
  ];
}
function duplicateKeys(input, tags) {
  const keys = tags.map(({ key }) => key);
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...twice].map((key) => ({ input, problem: `tag \`${key}\` is given more than once` }));
}
function tooMany(input, what, tags) {
  const keys = /* @__PURE__ */ new Set([nameTag, ...tags.map(({ key }) => key)]);
  const count = keys.size + provenanceTagCount;
  if (count <= mostTags)
    return void 0;
  const own = `with \`Name\` and the ${provenanceTagCount} that this action sets`;
  return [{ input, problem: `${what} would have ${count} tags ${own}, ${mostTags} are allowed` }];
}

// lib/aws/catalogue.js
var report = "If the inputs are as you want them, please report it as a bug of bake-ami, with the request ID.";
var catalogue = [
  {
    title: "Credentials and permissions",
    entries: [
      {
        codes: ["CredentialsProviderError", "MissingAuthenticationToken"],
        meaning: "No AWS credentials were found.",
        remedy: "Run aws-actions/configure-aws-credentials in a step before this one, in the same job, with `permissions: id-token: write`.",
        common: true
      },
      {
        codes: ["RequestExpired", "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"],
        meaning: "The session of the AWS credentials is over, or the clock of the runner is wrong.",
        remedy: "Run the job again: the ID of an image that is in the making is in the output ami-id, and one that is still there is taken up where it stands (`on-failure: keep` makes sure that it is). To prevent it, let the action assume the role itself (`role-to-assume`), which renews its session, or ask for a longer one (`role-duration-seconds` of aws-actions/configure-aws-credentials, and the maximum session duration of the role).",
        common: true
      },
      {
        // cloudcaptainsh/cloudcaptain#66: "Not authorized for image:ami-…"
        codes: ["AuthFailure"],
        when: { says: /\bnot authorized for (?:images?|snapshots?)\b/i, quote: "Not authorized for image" },
        meaning: "The image or snapshot belongs to another account.",
        remedy: "Check which account the credentials of the job belong to."
      },
      {
        codes: [
          "AuthFailure",
          "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "UnrecognizedClientException",
          "TokenProviderError"
        ],
        meaning: "AWS does not accept the credentials: they are wrong, deactivated or of another partition, or the Region is not enabled in the account.",
        remedy: "Check the step that provides the credentials, and `aws-region`.",
        common: true
      },
      {
        // "Not authorized to perform sts:AssumeRoleWithWebIdentity": aws-actions/configure-aws-credentials, README.
        codes: ["AccessDenied"],
        when: { says: /\bsts:AssumeRole/, quote: "sts:AssumeRoleWithWebIdentity" },
        meaning: "The role does not let this workflow assume it.",
        remedy: "Check the role's trust policy: its `sub` must match the repository, and the branch or environment, of this run, and its `aud` must be `sts.amazonaws.com`."
      },
      {
        codes: ["UnauthorizedOperation", "AccessDenied", "AccessDeniedException"],
        meaning: "The role that the job assumes may not do this.",
        remedy: 'Allow the action that the message names, as in the README under "Permissions".',
        common: true,
        permission: true
      },
      {
        codes: ["InvalidAuthorizationMessageException"],
        meaning: "The encoded reason of a refusal could not be decoded; it may be too old.",
        remedy: "Run the job again."
      },
      {
        codes: ["OptInRequired"],
        meaning: "The account is not signed up for EC2, or the Region is not enabled in it.",
        remedy: "Enable the Region in the account, or check `aws-region`."
      },
      {
        codes: ["PendingVerification", "Blocked"],
        meaning: "AWS has not verified the account yet, or has blocked it.",
        remedy: "Ask AWS Support, as the owner of the account."
      }
    ]
  },
  {
    title: "Assuming a role (STS)",
    entries: [
      {
        codes: ["InvalidIdentityToken", "InvalidIdentityTokenException"],
        meaning: "AWS does not accept GitHub's OIDC token.",
        remedy: "Check that the account has an IAM identity provider for `token.actions.githubusercontent.com` with the audience `sts.amazonaws.com`."
      },
      {
        codes: ["IDPRejectedClaim", "IDPRejectedClaimException"],
        meaning: "GitHub's OIDC token has expired, or is not meant for this account.",
        remedy: "Run the job again; if that does not help, check the identity provider in IAM."
      },
      {
        codes: ["IDPCommunicationError", "IDPCommunicationErrorException"],
        meaning: "AWS could not reach GitHub to check the token's signature.",
        remedy: "Run the job again later."
      },
      {
        codes: ["RegionDisabledException"],
        meaning: "STS is switched off in this Region of the account.",
        remedy: "Activate it in the account settings of IAM, or check `aws-region`."
      }
    ]
  },
  {
    title: "The instance and its volumes",
    entries: [
      {
        codes: ["InvalidInstanceID.NotFound"],
        meaning: "There is no such instance in this account and Region, or not any more.",
        remedy: "Check `instance-id`, `aws-region`, and which account the credentials belong to.",
        common: true
      },
      {
        codes: ["InvalidInstanceID.Malformed"],
        meaning: "That is not the ID of an instance.",
        remedy: "Pass an ID like `i-0123456789abcdef0` as `instance-id`."
      },
      {
        codes: ["IncorrectInstanceState", "IncorrectState", "InvalidInstanceState"],
        meaning: "The instance, or the image, is not in a state in which this can be done.",
        remedy: "Keep whatever starts, stops or terminates the instance from doing so while it is imaged, then run the job again."
      },
      {
        // aws-samples/aws-systemsmanagerautomation-with-asglifecyclehooks#2
        codes: ["InvalidParameterValue"],
        when: { says: /\bnot in state\b/, quote: "Instance is not in state" },
        meaning: "EC2 images instances that are running or stopped, and this one is neither.",
        remedy: "Start or stop the instance, or keep it from being terminated, then run the job again."
      },
      {
        codes: ["UnsupportedOperation"],
        meaning: "EC2 cannot do this with an instance, image or volume of this kind.",
        remedy: "See what the message says; the instance must have an EBS root volume."
      },
      {
        codes: ["InvalidVolume.NotFound", "InvalidVolumeID.Malformed"],
        meaning: "A volume of the instance is gone.",
        remedy: "Keep whatever detaches or deletes volumes from doing so while the instance is imaged, then run the job again."
      },
      {
        codes: ["InvalidBlockDeviceMapping"],
        meaning: "EC2 does not take the devices that the image is to have.",
        remedy: "Check `exclude-devices` against the block device mapping of the instance."
      },
      {
        codes: ["SnapshotCreationPerVolumeRateExceeded"],
        meaning: "EC2 takes one snapshot of a volume every 15 seconds, and somebody else has just taken one.",
        remedy: "Run the job again; let no two bakes, or a bake and a backup, work on the instance at the same time."
      },
      {
        codes: ["ConcurrentCreateImageNoRebootLimitExceeded"],
        meaning: "Too many images without reboot are being made of the instance at the same time.",
        remedy: "Let one bake of an instance end before the next begins, e.g. with `concurrency` in the workflow."
      }
    ]
  },
  {
    title: "Images, snapshots and tags",
    entries: [
      {
        codes: ["InvalidAMIName.Duplicate"],
        meaning: "Another AMI has this name: names are unique in an account and Region.",
        remedy: "Put something into `name` that differs each time, such as `{{ timestamp }}` or `{{ run_id }}`.",
        common: true
      },
      {
        codes: ["InvalidAMIName.Malformed"],
        meaning: "EC2 does not take this name for an AMI.",
        remedy: "Use 3 to 128 letters, digits, spaces and `( ) [ ] . / - ' @ _` in `name`."
      },
      {
        codes: ["InvalidAMIID.NotFound", "InvalidAMIID.Malformed"],
        meaning: "EC2 does not know the image, or not any more.",
        remedy: "Find out with CloudTrail who called DeregisterImage; clean-up jobs must spare images with the tag `bake-ami:state` = `baking`.",
        common: true
      },
      {
        // app-sre/qontract-reconcile#2222
        codes: ["InvalidAMIID.Unavailable"],
        when: { says: /\bpending\b/, quote: "is currently pending" },
        meaning: "The image is not available yet.",
        remedy: "Run the job again; if that does not help, look at the state of the image."
      },
      {
        codes: ["InvalidAMIID.Unavailable"],
        meaning: "The image has been deregistered, or is not available.",
        remedy: "Find out with CloudTrail who called DeregisterImage."
      },
      {
        codes: ["InvalidSnapshot.NotFound", "InvalidSnapshotID.Malformed"],
        meaning: "A snapshot of the image is gone.",
        remedy: "Find out with CloudTrail who called DeleteSnapshot; clean-up jobs must spare it."
      },
      {
        codes: ["InvalidSnapshot.InUse"],
        meaning: "The snapshot belongs to an image that is still registered.",
        remedy: "Deregister the image that the message names, then delete the snapshot."
      },
      {
        codes: ["TagLimitExceeded"],
        meaning: "The image or a snapshot would have more than 50 tags, of which bake-ami needs 10.",
        remedy: "Set fewer tags in `tags` and `snapshot-tags`."
      },
      {
        codes: ["InvalidTagKey.Malformed"],
        meaning: "EC2 does not take the key of a tag.",
        remedy: "Check `tags` and `snapshot-tags`: up to 128 characters, and nothing that begins with `aws:`."
      },
      {
        codes: ["TagPolicyViolation"],
        meaning: "A tag policy of the organization does not allow the value of a tag, or how its key is written.",
        remedy: "Set the tag that the message names in `tags`, with a value that the policy allows."
      },
      {
        codes: ["ConcurrentTagAccess"],
        meaning: "Somebody else is changing the same tags.",
        remedy: "Run the job again."
      }
    ]
  },
  {
    title: "Sharing",
    entries: [
      {
        // hashicorp/packer#7410 (images, InvalidParameter) and hashicorp/packer#7499 (snapshots).
        codes: ["InvalidParameter", "OperationNotPermitted"],
        when: {
          says: /AWS Managed CMK|EBS default key/i,
          quote: 'AWS Managed CMK" or "EBS default key'
        },
        meaning: "A volume is encrypted with the AWS managed key `aws/ebs`, which no other account can be allowed to use.",
        remedy: "Encrypt the instance's volumes with a customer managed key (copy their snapshots with re-encryption, and swap the volumes), and allow those you share with to use it in its key policy.",
        common: true
      },
      {
        // hortonworks/cloudbreak-images#926
        codes: ["OperationNotPermitted"],
        when: { says: /block public access/i, quote: "block public access" },
        meaning: "The account blocks public access to AMIs in this Region.",
        remedy: "Leave out `public`, or have an administrator allow it: `aws ec2 disable-image-block-public-access`.",
        common: true
      },
      {
        // opendevstack/ods-core#1062
        codes: ["UnsupportedOperation", "OperationNotPermitted"],
        when: { says: /\bencrypted\b.*\bpublicly\b/i, quote: "shared publicly" },
        meaning: "EC2 makes nothing public that is encrypted.",
        remedy: "Leave out `public`, and share with accounts instead."
      },
      {
        codes: ["InvalidAMIAttributeItemValue", "InvalidUserID.Malformed"],
        meaning: "EC2 does not know one of those that the image is to be shared with.",
        remedy: "Check `share-with`: accounts have 12 digits, leading zeros included (YAML drops them without quotes), must exist, and must be of the same partition; so must organizations and organizational units.",
        common: true
      },
      {
        codes: ["OperationNotPermitted"],
        meaning: "EC2 does not permit this with the object as it is; the message says why.",
        remedy: "Lift the protection that the message names, or leave out the input that asks for this."
      }
    ]
  },
  {
    title: "Quotas and request rates",
    entries: [
      {
        codes: ["SnapshotLimitExceeded"],
        meaning: "The account has as many snapshots in this Region as it may have.",
        remedy: "Delete snapshots and images that nobody needs, or ask AWS to raise the quota."
      },
      {
        // iterative/studio-selfhosted#90
        codes: ["ResourceLimitExceeded"],
        when: { says: /\bpublic images\b/i, quote: "public images" },
        meaning: "The account has as many public AMIs in this Region as it may have.",
        remedy: 'Deregister public AMIs that nobody needs, or make them private, or ask AWS to raise the quota "Public AMIs".'
      },
      {
        codes: ["ResourceLimitExceeded", "LimitExceededException"],
        meaning: "The account has reached a quota, which the message names.",
        remedy: "Deregister images that nobody needs, or ask AWS to raise the quota (Service Quotas)."
      },
      {
        codes: ["PendingSnapshotLimitExceeded", "ConcurrentSnapshotLimitExceeded"],
        meaning: "Too many snapshots are being taken in the account at the same time.",
        remedy: "Run fewer bakes and backups at the same time, or ask AWS to raise the quota."
      },
      {
        codes: [
          "RequestLimitExceeded",
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottled",
          "RequestThrottledException",
          "EC2ThrottledException",
          "TooManyRequestsException",
          "BandwidthLimitExceeded",
          "SlowDown"
        ],
        meaning: "The account makes more API calls than AWS allows at the moment.",
        remedy: "Run the job again later, find out with CloudTrail who makes so many calls, or ask AWS for a higher request rate.",
        common: true
      }
    ]
  },
  {
    title: "Keys (KMS)",
    entries: [
      {
        codes: ["CustomerKeyHasBeenRevoked"],
        meaning: "EC2 cannot use the KMS key of a volume: it is disabled or being deleted, or the role may not use it.",
        remedy: "Check that the key is enabled, and that the role and the key policy allow what the README lists for encrypted volumes.",
        common: true
      },
      {
        codes: ["NotFoundException", "InvalidArnException"],
        meaning: "There is no such KMS key in this account and Region.",
        remedy: "Check the ID or ARN of the key, and its Region."
      },
      {
        codes: ["DisabledException", "KMSInvalidStateException", "KeyUnavailableException"],
        meaning: "The KMS key is disabled, being deleted, or cannot be used at the moment.",
        remedy: "Enable the key, or cancel its deletion."
      },
      {
        codes: ["DependencyTimeoutException", "KMSInternalException"],
        meaning: "KMS did not answer in time.",
        remedy: "Run the job again."
      }
    ]
  },
  {
    title: "Parameters (Systems Manager)",
    entries: [
      {
        codes: ["ParameterNotFound"],
        meaning: "There is no such parameter in this account and Region.",
        remedy: "Check the name of the parameter."
      },
      {
        codes: ["HierarchyTypeMismatchException", "ParameterAlreadyExists", "UnsupportedParameterType"],
        meaning: "There is a parameter of this name already, of another type.",
        remedy: "Choose another name, or delete the parameter."
      },
      {
        codes: ["ParameterPatternMismatchException", "HierarchyLevelLimitExceededException"],
        meaning: "Systems Manager does not take the name or the value of the parameter.",
        remedy: "Use letters, digits and `. - _ /` in the name, and no more than 15 levels."
      },
      {
        codes: ["ParameterLimitExceeded", "ParameterMaxVersionLimitExceeded"],
        meaning: "The account has as many parameters, or the parameter as many versions, as may be.",
        remedy: "Delete parameters that nobody needs, or move labels from the oldest version."
      },
      {
        codes: ["TooManyUpdates"],
        meaning: "Somebody else is changing the same parameter.",
        remedy: "Run the job again."
      }
    ]
  },
  {
    title: "Network, and AWS itself",
    entries: [
      {
        codes: ["ENOTFOUND", "EAI_AGAIN"],
        meaning: "The name of the AWS endpoint could not be resolved.",
        remedy: "Check `aws-region` for typing errors, and the DNS of the runner.",
        common: true
      },
      {
        codes: [
          "ECONNREFUSED",
          "ECONNRESET",
          "ECONNABORTED",
          "EHOSTUNREACH",
          "ENETUNREACH",
          "EPIPE",
          "ETIMEDOUT",
          "TimeoutError",
          "NoAnswerError"
        ],
        meaning: "The runner got no answer from AWS.",
        remedy: "Check the network between the runner and AWS (proxy, firewall, VPC endpoint, AWS_ENDPOINT_URL), and the AWS Health Dashboard, then run the job again.",
        common: true
      },
      {
        codes: [
          "CERT_HAS_EXPIRED",
          "DEPTH_ZERO_SELF_SIGNED_CERT",
          "ERR_TLS_CERT_ALTNAME_INVALID",
          "SELF_SIGNED_CERT_IN_CHAIN",
          "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
          "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
        ],
        meaning: "Something between the runner and AWS answers with a certificate of its own.",
        remedy: "Name a file with its certificate authority in AWS_CA_BUNDLE, in the environment of the step."
      },
      {
        codes: ["UnreadableAnswerError"],
        meaning: "What came back is not an answer of AWS: something on the way has cut or replaced it.",
        remedy: "Check the proxies between the runner and AWS, then run the job again."
      },
      {
        codes: [
          "InternalError",
          "InternalFailure",
          "InternalServerError",
          "ServiceUnavailable",
          "ServiceUnavailableException",
          "Unavailable"
        ],
        meaning: "AWS has a problem of its own.",
        remedy: "Look at the AWS Health Dashboard, and run the job again later."
      }
    ]
  },
  {
    title: "Requests that AWS does not accept",
    entries: [
      {
        // jcjorel/ec2-spot-converter#13
        codes: ["InvalidParameterValue"],
        when: { says: /\breserved for internal use\b/, quote: "reserved for internal use" },
        meaning: "The key of a tag begins with `aws:`, which AWS keeps for itself.",
        remedy: "Choose another key in `tags` or `snapshot-tags`."
      },
      {
        codes: [
          "InvalidParameterValue",
          "InvalidParameter",
          "InvalidParameterCombination",
          "InvalidParameterDependency",
          "InvalidCharacter",
          "InvalidID",
          "InvalidInput",
          "InvalidRequest",
          "ValidationError",
          "ValidationException"
        ],
        meaning: "AWS does not accept a value; the message says which.",
        remedy: `Check the input that it comes from. ${report}`
      },
      {
        codes: [
          "IdempotentParameterMismatch",
          "InvalidAction",
          "InvalidFilter",
          "InvalidNextToken",
          "InvalidPaginationToken",
          "InvalidQueryParameter",
          "MalformedQueryString",
          "MissingAction",
          "MissingParameter",
          "Unsupported",
          "UnknownParameter"
        ],
        meaning: "AWS does not understand the request.",
        remedy: report
      },
      {
        codes: ["DryRunOperation"],
        meaning: "The permissions suffice: EC2 answers a dry run like this, and has done nothing.",
        remedy: report
      }
    ]
  }
];
var entries = catalogue.flatMap((chapter) => chapter.entries);
function entryFor(code, message) {
  const bare = code.replace(/^(?:Client|Server)\./, "");
  const ofCode = entries.filter(({ codes }) => codes.includes(bare));
  return ofCode.find(({ when }) => when?.says.test(message)) ?? ofCode.find(({ when }) => when === void 0);
}

// lib/aws/iam.js
var ourOwn = { Null: { [`aws:ResourceTag/${keyTag}`]: "false" } };
var features = [
  {
    name: "Bake",
    by: "every bake",
    grants: [
      {
        sid: "Look",
        actions: {
          "ec2:DescribeInstances": "inspect the instance",
          "ec2:DescribeVolumes": "inspect the instance's volumes",
          "ec2:DescribeImages": "follow the image, and find it again when an answer of AWS is lost",
          "ec2:DescribeSnapshots": "follow and verify the snapshots, and find those that have to be removed"
        },
        on: []
      },
      {
        sid: "LookAtTheInstanceType",
        actions: { "ec2:DescribeInstanceTypes": "see whether the instance has instance store volumes" },
        on: [],
        without: "nobody is warned of instance store volumes that come with the instance type"
      },
      {
        sid: "Create",
        actions: { "ec2:CreateImage": "create the image" },
        on: ["image", "snapshot", "instance"]
      },
      {
        // EC2 User Guide, "Grant permission to tag Amazon EC2 resources during creation".
        sid: "TagWhileCreating",
        actions: { "ec2:CreateTags": "tag the image and its snapshots while they are created" },
        on: ["image", "snapshot"],
        condition: { StringEquals: { "ec2:CreateAction": "CreateImage" } },
        within: "ec2:CreateImage"
      },
      {
        sid: "MarkAsReadyAndCleanUp",
        actions: {
          "ec2:CreateTags": "mark the image and its snapshots as ready",
          "ec2:DeregisterImage": "remove the image of a bake that failed",
          // DeregisterImage with DeleteAssociatedSnapshots says `missing-permissions` without it.
          "ec2:DeleteSnapshot": "remove the snapshots of a bake that failed"
        },
        on: ["image", "snapshot"],
        condition: ourOwn
      }
    ]
  },
  {
    name: "Encrypted volumes",
    by: "volumes that are encrypted with a customer managed key",
    note: "Put the ARNs of your keys in place of the pattern. The keys' policies must allow it too.",
    // EBS User Guide, "Requirements for Amazon EBS encryption", "Permissions for users".
    grants: [
      {
        sid: "UseKeys",
        actions: {
          "kms:DescribeKey": "let EC2 use the volumes' keys",
          "kms:Decrypt": "let EC2 read the encrypted volumes",
          "kms:GenerateDataKeyWithoutPlaintext": "let EC2 encrypt the snapshots",
          "kms:ReEncrypt*": "let EC2 encrypt the snapshots"
        },
        on: ["key"],
        within: "ec2:CreateImage"
      },
      {
        sid: "LendKeysToEc2",
        actions: { "kms:CreateGrant": "let EC2 use the keys while it copies the data" },
        on: ["key"],
        condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        within: "ec2:CreateImage"
      }
    ]
  },
  {
    name: "Sharing",
    by: "`share-with` and `public`",
    note: "An image that bake-ami did not make does not have the tag of the condition: if `if-exists: reuse` is to share such images too, leave the condition out.",
    grants: [
      {
        sid: "ShareImages",
        actions: {
          "ec2:ModifyImageAttribute": "give launch permissions",
          "ec2:DescribeImageAttribute": "read the launch permissions back"
        },
        on: ["image"],
        condition: ourOwn
      },
      {
        sid: "LookAtKeys",
        actions: { "kms:DescribeKey": "see whether what the key encrypts can be shared" },
        on: ["key"],
        without: "volumes that are encrypted with the AWS managed key `aws/ebs` are noticed only when EC2 refuses to share their image"
      }
    ]
  },
  {
    name: "Public images",
    by: "`public`, which also needs what sharing needs",
    grants: [
      {
        sid: "LookAtBlockPublicAccess",
        actions: { "ec2:GetImageBlockPublicAccessState": "see whether the account blocks public images" },
        on: [],
        without: "a block of public access is noticed only when EC2 refuses to make the image public"
      }
    ]
  },
  {
    name: "Sharing the snapshots",
    by: "`share-snapshots`",
    note: "The condition keys `ec2:Add/userId` and `ec2:Add/group` can limit whom snapshots are shared with. IAM has nothing like it for images.",
    grants: [
      {
        sid: "ShareSnapshots",
        actions: {
          "ec2:ModifySnapshotAttribute": "let the shared accounts create volumes from the snapshots",
          "ec2:DescribeSnapshotAttribute": "read the snapshots' permissions back"
        },
        on: ["snapshot"],
        condition: ourOwn
      }
    ]
  },
  {
    name: "Copies",
    by: "`copy-to`",
    note: "A policy that allows some Regions only must allow those of the copies. Copies that are encrypted with a key, and copies of encrypted images, also need what encrypted volumes need, for the keys of both Regions.",
    grants: [
      {
        // EC2 User Guide, "Grant permissions to copy Amazon EC2 AMIs". The source carries our tag, but the same
        // statement is asked about the copy and its snapshots, which do not yet: no condition on tags holds for all.
        sid: "Copy",
        actions: { "ec2:CopyImage": "copy the image to other Regions" },
        on: ["image", "snapshot"]
      },
      {
        sid: "TagWhileCopying",
        actions: { "ec2:CreateTags": "tag the copies and their snapshots while they are created" },
        on: ["image", "snapshot"],
        condition: { StringEquals: { "ec2:CreateAction": "CopyImage" } },
        within: "ec2:CopyImage"
      },
      {
        sid: "LookAtRegions",
        actions: { "ec2:DescribeRegions": "see whether the Regions of the copies exist and are enabled" },
        on: [],
        without: "a Region that does not exist or is not enabled is noticed only when EC2 cannot be reached there"
      }
    ]
  },
  {
    name: "Lifecycle",
    by: "`deprecate-after`, `deregistration-protection` and `require-imdsv2`",
    note: "As for sharing, images that bake-ami did not make do not have the tag of the condition.",
    grants: [
      {
        sid: "Settle",
        actions: {
          "ec2:EnableImageDeprecation": "set when the image is deprecated",
          "ec2:ModifyImageAttribute": "mark the image as one that requires IMDSv2",
          "ec2:EnableImageDeregistrationProtection": "protect the image from being deregistered",
          "ec2:DisableImageDeregistrationProtection": "remove the image of a bake that failed after it had protected it"
        },
        on: ["image"],
        condition: ourOwn
      }
    ]
  },
  {
    name: "SSM parameters",
    by: "`ssm-parameter`",
    note: "Put the ARNs of your parameters in place of the pattern. Systems Manager looks the image up with the role's own `ec2:DescribeImages`, and drops the new value silently where that is not allowed.",
    // Systems Manager User Guide, "Native parameter support in Parameter Store for Amazon Machine Image IDs".
    grants: [
      {
        sid: "Publish",
        actions: {
          "ssm:GetParameters": "read what the parameters held before, and read them back",
          "ssm:PutParameter": "write the image's ID"
        },
        on: ["parameter"]
      }
    ]
  },
  {
    name: "Errors that say more",
    by: "the explanation of encoded authorization failures",
    grants: [
      {
        sid: "DecodeRefusals",
        actions: { "sts:DecodeAuthorizationMessage": "tell which policy denies a call" },
        on: [],
        without: "the error for a missing permission says no more than what EC2 says openly"
      }
    ]
  }
];
var rows = features.flatMap((feature) => feature.grants.map((grant) => ({ feature, grant })));
function needFor(action2, call = action2) {
  const needs = rows.flatMap(({ feature, grant }) => Object.entries(grant.actions).filter(([pattern]) => covers(pattern, action2)).map(([, why]) => ({ feature, grant, why })));
  const within2 = ({ grant }) => same(grant.within ?? action2, call);
  return needs.find(within2) ?? needs[0];
}
function covers(pattern, action2) {
  return pattern.endsWith("*") ? action2.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase()) : same(pattern, action2);
}
function same(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}

// lib/aws/failure.js
function awsFailure(action2, doing, thrown) {
  if (thrown instanceof BakeError)
    return thrown;
  const remedy = remedyFor2(action2, thrown);
  return new BakeError(`Could not ${doing}. ${action2}: ${describeAwsError(thrown)}`, {
    cause: thrown,
    ...remedy === void 0 ? {} : { remedy }
  });
}
function callOf({ message }) {
  return /\. ([a-z0-9]+:[A-Z]\w+): /.exec(message)?.[1];
}
function remedyFor2(action2, thrown) {
  const { code, message, httpStatus } = awsErrorFacts(thrown);
  const entry = entryFor(code, message) ?? entryOfKind(errorKind(thrown), httpStatus);
  if (entry === void 0)
    return void 0;
  if (entry.permission)
    return permissionRemedy(denialIn(message) ?? { action: action2 }, action2);
  return `${entry.meaning} ${entry.remedy}`;
}
function entryOfKind(kind, httpStatus) {
  if (kind === "throttled")
    return entryFor("RequestLimitExceeded", "");
  if (kind === "unclear")
    return entryFor(httpStatus === void 0 ? "ETIMEDOUT" : "InternalError", "");
  return void 0;
}
function denialIn(message) {
  const words = /is not authorized to perform: ([\w-]+:\w+\*?)(?: on resource: (\S+))?/.exec(message);
  if (words?.[1] === void 0)
    return void 0;
  return {
    action: words[1],
    resource: words[2]?.replace(/[.,;:]+$/, ""),
    deniedBy: /with an explicit deny in an? ((?:[\w-]+ ){0,4}?(?:policy|boundary))/i.exec(message)?.[1],
    notAllowedBy: /because no ((?:[\w-]+ ){0,4}?(?:policy|boundary)) allows/i.exec(message)?.[1]
  };
}
function permissionRemedy(denial, call = denial.action) {
  const { action: action2, resource } = denial;
  const need = needFor(action2, call);
  const what = resource === void 0 ? action2 : `${action2} on ${resource}`;
  const why = need === void 0 ? "" : ` It is needed by ${need.feature.by}, to ${need.why}.`;
  const where = need === void 0 ? "" : ` The policy is in the README under "Permissions": "${need.feature.name}", statement ${need.grant.sid}.`;
  return `${demand(denial, what)}${why}${where}`;
}
function demand({ deniedBy, notAllowedBy }, what) {
  if (deniedBy !== void 0) {
    return `Have ${what} exempted from the explicit deny in the ${deniedBy}, which no allowing policy outweighs; such policies often demand certain tags (input \`tags\`), a Region or encryption.`;
  }
  if (notAllowedBy !== void 0 && notAllowedBy !== "identity-based policy") {
    return `Allow ${what} in the ${notAllowedBy} too: the IAM policy of the role that this job assumes is not enough.`;
  }
  return `Allow ${what} in the IAM policy of the role that this job assumes.`;
}

// lib/source/inspect.js
var passingStatePollSeconds = 3;
async function inspectInstance(options) {
  let told2 = false;
  for (; ; ) {
    const { instance, accountId } = await describeInstance(options);
    const state = instance.State?.Name ?? "unknown";
    const nextLook = options.clock.now() + passingStatePollSeconds * 1e3;
    if (!isPassingState(state) || nextLook > options.deadline) {
      return sourceInstance(options.region, accountId, instance, await describeVolumes(options, instance));
    }
    if (!told2)
      options.onPassingState(state);
    told2 = true;
    await options.clock.sleep(passingStatePollSeconds * 1e3, options.signal);
  }
}
async function instanceState(ec2, instanceId, signal) {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }), {
    signal
  });
  return Reservations?.[0]?.Instances?.[0]?.State?.Name ?? "unknown";
}
function isPassingState(state) {
  return state === "pending" || state === "stopping";
}
async function describeInstance({ ec2, region, instanceId, signal }) {
  try {
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }), {
      signal
    });
    for (const reservation of Reservations ?? []) {
      const instance = reservation.Instances?.find((candidate) => candidate.InstanceId === instanceId);
      if (instance)
        return { instance, accountId: reservation.OwnerId ?? "" };
    }
  } catch (error2) {
    if (errorKind(error2) !== "not-found")
      throw awsFailure("ec2:DescribeInstances", `describe instance ${instanceId}`, error2);
  }
  throw new BakeError(`Instance ${instanceId} does not exist in ${region}.`, {
    remedy: "Check the input `instance-id`, the Region (`aws-region`), and that the credentials belong to the account of the instance."
  });
}
async function describeVolumes({ ec2, signal }, instance) {
  const ids = ebsMappings(instance).map((mapping) => mapping.Ebs?.VolumeId ?? "");
  if (ids.length === 0)
    return [];
  try {
    const { Volumes } = await ec2.send(new DescribeVolumesCommand({ VolumeIds: ids }), { signal });
    return Volumes ?? [];
  } catch (error2) {
    throw awsFailure("ec2:DescribeVolumes", `describe the volumes of ${instance.InstanceId}`, error2);
  }
}
function ebsMappings(instance) {
  return (instance.BlockDeviceMappings ?? []).filter((mapping) => mapping.Ebs?.VolumeId !== void 0);
}
function sourceInstance(region, accountId, instance, volumes) {
  const tags = new Map((instance.Tags ?? []).map((tag) => [tag.Key ?? "", tag.Value ?? ""]));
  const rootDeviceName = instance.RootDeviceName ?? "";
  return {
    id: instance.InstanceId ?? "",
    region,
    accountId,
    state: instance.State?.Name ?? "unknown",
    name: tags.get("Name"),
    type: instance.InstanceType ?? "",
    architecture: instance.Architecture ?? "",
    platform: instance.PlatformDetails ?? instance.Platform ?? "Linux/UNIX",
    imageId: instance.ImageId ?? "",
    tags: Object.assign(/* @__PURE__ */ Object.create(null), Object.fromEntries(tags)),
    rootDeviceName,
    rootDeviceType: instance.RootDeviceType ?? "ebs",
    volumes: ebsMappings(instance).map((mapping) => sourceVolume(mapping, rootDeviceName, volumes)).sort(byDevice),
    instanceStoreDevices: (instance.BlockDeviceMappings ?? []).filter((mapping) => mapping.Ebs === void 0 && mapping.DeviceName !== void 0).map((mapping) => mapping.DeviceName ?? "")
  };
}
function sourceVolume(mapping, rootDeviceName, volumes) {
  const volumeId = mapping.Ebs?.VolumeId ?? "";
  const volume = volumes.find((candidate) => candidate.VolumeId === volumeId);
  return {
    device: mapping.DeviceName ?? "",
    volumeId,
    root: mapping.DeviceName === rootDeviceName,
    sizeGiB: volume?.Size ?? 0,
    encrypted: volume?.Encrypted ?? false,
    kmsKeyId: volume?.KmsKeyId
  };
}
function byDevice(a2, b2) {
  if (a2.root !== b2.root)
    return a2.root ? -1 : 1;
  return a2.device < b2.device ? -1 : a2.device > b2.device ? 1 : 0;
}

// lib/image/describe.js
async function describeImages(ec2, request, how) {
  const images = [];
  let NextToken;
  do {
    const page = { ...request, Owners: ["self"], ...NextToken ? { NextToken } : {} };
    const answer = await ec2.send(new DescribeImagesCommand(page), how);
    images.push(...answer.Images ?? []);
    NextToken = answer.NextToken;
  } while (NextToken);
  return images;
}
async function describeSnapshots(ec2, request, how) {
  const snapshots = [];
  let NextToken;
  do {
    const page = { ...request, OwnerIds: ["self"], ...NextToken ? { NextToken } : {} };
    const answer = await ec2.send(new DescribeSnapshotsCommand(page), how);
    snapshots.push(...answer.Snapshots ?? []);
    NextToken = answer.NextToken;
  } while (NextToken);
  return snapshots;
}
async function describeImage(ec2, imageId, how) {
  const images = await describeImages(ec2, { ImageIds: [imageId] }, how);
  return images.find((image) => image.ImageId === imageId);
}
async function imagesOfKey(ec2, key, how) {
  const images = await describeImages(ec2, { Filters: [keyFilter(key)] }, how);
  return images.filter((image) => carriesKey(image, key)).sort(byCreationDate);
}
async function snapshotsOfKey(ec2, key, how) {
  const snapshots = await describeSnapshots(ec2, { Filters: [keyFilter(key)] }, how);
  return snapshots.filter((snapshot) => carriesKey(snapshot, key));
}
function carriesKey(object, key) {
  return keyOf(object) === key;
}
function keyOf(object) {
  return object.Tags?.find((tag) => tag.Key === keyTag)?.Value;
}
function bakeStateOf(image) {
  return image.Tags?.find((tag) => tag.Key === stateTag)?.Value;
}
function snapshotsOf(image) {
  return (image.BlockDeviceMappings ?? []).flatMap((mapping) => {
    const { DeviceName: device, Ebs } = mapping;
    if (device === void 0 || Ebs?.SnapshotId === void 0 || Ebs.SnapshotId === "")
      return [];
    return [
      {
        device,
        snapshotId: Ebs.SnapshotId,
        root: device === image.RootDeviceName,
        sizeGiB: Ebs.VolumeSize ?? 0,
        encrypted: Ebs.Encrypted ?? false
      }
    ];
  }).sort(byDevice);
}
function keyFilter(key) {
  return { Name: `tag:${keyTag}`, Values: [key] };
}
function byCreationDate(a2, b2) {
  return (a2.CreationDate ?? "").localeCompare(b2.CreationDate ?? "");
}

// lib/image/remove.js
var lookEverySeconds = 2;
var sureSeconds = 45;
var absentSeconds = 6;
var lateSnapshotSeconds = 10;
async function removeImage(options) {
  const removal = new Removing(options);
  try {
    for (const image of await removal.findImages())
      await removal.deregister(image);
    await removal.deleteSnapshots();
  } catch (error2) {
    options.signal.throwIfAborted();
    removal.gaveUp(error2);
  }
  return removal.result();
}
var Removing = class {
  #options;
  #removed = /* @__PURE__ */ new Set();
  #remaining = /* @__PURE__ */ new Map();
  /** Snapshots known to belong to the image. */
  #snapshots = /* @__PURE__ */ new Set();
  /** What EC2 refused to delete for good. */
  #hopeless = /* @__PURE__ */ new Set();
  #foundImage = false;
  #complete = true;
  #gaveUp;
  constructor(options) {
    this.#options = options;
  }
  result() {
    return {
      removed: [...this.#removed],
      remaining: [...this.#remaining.values()],
      complete: this.#complete,
      gaveUp: this.#gaveUp
    };
  }
  gaveUp(error2) {
    this.#complete = false;
    this.#gaveUp = describeAwsError(error2);
    const { imageId } = this.#options;
    if (imageId !== void 0 && !this.#removed.has(imageId))
      this.#remains(imageId, describeAwsError(error2));
  }
  /** The images of this bake: by its ID, and by the key in case the ID was never learnt. Those that are `ready`
   * were finished by an earlier attempt of the same workflow run and are left alone. */
  async findImages() {
    if (this.#options.imageIsGone)
      return [];
    const { ec2, clock, key, imageId, lookSeconds, scope } = this.#options;
    const lookUntil = Math.min(clock.now() + lookSeconds * 1e3, this.#options.until);
    for (; ; ) {
      const byKey = await imagesOfKey(ec2, key, this.#how());
      const images = byKey.filter((image) => image.ImageId === imageId || this.#isUnfinished(image));
      const wanted = imageId === void 0 || images.some((image) => image.ImageId === imageId);
      if (images.length > 0 && wanted)
        return images;
      if (clock.now() + lookEverySeconds * 1e3 > lookUntil) {
        if (!wanted || images.length === 0)
          this.#complete &&= scope === "image" || lookSeconds >= sureSeconds;
        return images;
      }
      await this.#pause();
    }
  }
  async deregister(image) {
    const { ec2, clock, key, until, onDeregistered } = this.#options;
    const imageId = image.ImageId ?? "";
    this.#foundImage = true;
    if (!carriesKey(image, key))
      return;
    for (const snapshot of snapshotsOf(image))
      this.#snapshots.add(snapshot.snapshotId);
    if (image.State === "deregistered")
      return;
    const command2 = new DeregisterImageCommand({ ImageId: imageId, DeleteAssociatedSnapshots: true });
    let protection;
    for (; ; ) {
      try {
        const answer = await ec2.send(command2, this.#how());
        for (const { SnapshotId, ReturnCode } of answer.DeleteSnapshotResults ?? []) {
          if (SnapshotId === void 0)
            continue;
          this.#snapshots.add(SnapshotId);
          if (ReturnCode === "success")
            this.#gone(SnapshotId);
        }
        break;
      } catch (error2) {
        this.#options.signal.throwIfAborted();
        if (awsErrorFacts(error2).code === "InvalidAMIID.Unavailable")
          break;
        if (isProtected(error2)) {
          const again = protection !== void 0;
          protection ??= await this.#unprotect(imageId);
          if (!protection.lifted || again && clock.now() + lookEverySeconds * 1e3 > protection.until) {
            return this.#remains(imageId, `${describeAwsError(error2)}; ${protection.words}`);
          }
          if (again)
            await this.#pause();
          continue;
        }
        if (errorKind(error2) !== "not-found")
          return this.#remains(imageId, describeAwsError(error2));
        if (await this.#staysAbsent(imageId))
          break;
        if (clock.now() + lookEverySeconds * 1e3 > until)
          return this.#remains(imageId, describeAwsError(error2));
      }
    }
    this.#gone(imageId);
    onDeregistered?.(imageId);
  }
  /** Looks for a while, since the image was there a moment ago; a look that fails proves nothing. */
  async #staysAbsent(imageId) {
    const { ec2, clock, until } = this.#options;
    const absentUntil = Math.min(clock.now() + absentSeconds * 1e3, until);
    do {
      await this.#pause();
      const image = await describeImage(ec2, imageId, this.#how()).catch((error2) => {
        this.#options.signal.throwIfAborted();
        return errorKind(error2) === "not-found" ? void 0 : "unknown";
      });
      if (image !== void 0)
        return false;
    } while (clock.now() < absentUntil);
    return true;
  }
  /** Switches the deregistration protection off: the bake switched it on itself, before it failed. */
  async #unprotect(imageId) {
    const { ec2, clock, signal } = this.#options;
    const until = Math.min(this.#options.until, clock.now() + protectionSeconds * 1e3);
    try {
      const command2 = new DisableImageDeregistrationProtectionCommand({ ImageId: imageId });
      const { Return: state = "" } = await ec2.send(command2, this.#how());
      const words = `its deregistration protection has been switched off, and EC2 says "${state}"`;
      return { words, lifted: !/^disabled after\b/.test(state), until };
    } catch (error2) {
      signal.throwIfAborted();
      const words = `its deregistration protection could not be switched off (ec2:DisableImageDeregistrationProtection: ${describeAwsError(error2)})`;
      return { words, lifted: false, until };
    }
  }
  /** Deletes what belongs to the image or carries the key of an unfinished bake, until nothing shows any more. */
  async deleteSnapshots() {
    const { clock, until } = this.#options;
    const lateUntil = clock.now() + lateSnapshotSeconds * 1e3;
    for (; ; ) {
      for (const snapshotId of await this.#snapshotsLeft())
        await this.#deleteSnapshot(snapshotId);
      const left = this.#deletable();
      const moreMayShow = this.#missesSnapshots() && clock.now() < lateUntil;
      if (left.length === 0 && !moreMayShow)
        return;
      if (clock.now() + lookEverySeconds * 1e3 > until) {
        this.#complete = false;
        return;
      }
      await this.#pause();
    }
  }
  /** True while an image of this bake is known whose snapshots have not all been seen. */
  #missesSnapshots() {
    const { imageId, expectedSnapshots } = this.#options;
    const hasImage = this.#foundImage || imageId !== void 0;
    return hasImage && (expectedSnapshots === void 0 || this.#snapshots.size < expectedSnapshots);
  }
  #deletable() {
    return [...this.#snapshots].filter((id) => !this.#removed.has(id) && !this.#hopeless.has(id));
  }
  async #snapshotsLeft() {
    const { ec2, key } = this.#options;
    for (const snapshot of await snapshotsOfKey(ec2, key, this.#how())) {
      if (snapshot.SnapshotId !== void 0 && (this.#isUnfinished(snapshot) || this.#isOfImage(snapshot))) {
        this.#snapshots.add(snapshot.SnapshotId);
      }
    }
    return this.#deletable();
  }
  #isUnfinished(object) {
    return this.#options.scope === "bake" && bakeStateOf(object) === "baking";
  }
  /** EC2 describes them so: "Created by CreateImage(i-…) for ami-…". */
  #isOfImage({ Description }) {
    const { imageId } = this.#options;
    return imageId !== void 0 && [` for ${imageId}`, `DestinationAmi ${imageId} `].some((text2) => Description?.includes(text2));
  }
  async #deleteSnapshot(snapshotId) {
    try {
      await this.#options.ec2.send(new DeleteSnapshotCommand({ SnapshotId: snapshotId }), this.#how());
      this.#gone(snapshotId);
    } catch (error2) {
      this.#options.signal.throwIfAborted();
      if (errorKind(error2) === "not-found")
        this.#gone(snapshotId);
      else
        this.#remains(snapshotId, describeAwsError(error2), !(isInUse(error2) && this.#imageIsGone()));
    }
  }
  #imageIsGone() {
    return ![...this.#remaining.keys()].some((id) => id.startsWith("ami-"));
  }
  #gone(id) {
    this.#removed.add(id);
    this.#remaining.delete(id);
  }
  #remains(id, reason, hopeless = true) {
    if (hopeless)
      this.#hopeless.add(id);
    const region = this.#options.region;
    const command2 = id.startsWith("snap-") ? `aws ec2 delete-snapshot --region ${region} --snapshot-id ${id}` : `aws ec2 deregister-image --region ${region} --image-id ${id} --delete-associated-snapshots`;
    this.#remaining.set(id, { id, reason, command: command2 });
  }
  #how() {
    const { signal, until, attemptSeconds, clock } = this.#options;
    return { signal, attemptSeconds, patienceSeconds: Math.max(0, (until - clock.now()) / 1e3) };
  }
  #pause() {
    return this.#options.clock.sleep(lookEverySeconds * 1e3, this.#options.signal);
  }
};
var protectionSeconds = 10;
function isProtected(error2) {
  const { code, message } = awsErrorFacts(error2);
  return code === "OperationNotPermitted" || /\bderegistration protection\b/i.test(message);
}
function isInUse(error2) {
  return awsErrorFacts(error2).code === "InvalidSnapshot.InUse";
}

// lib/cleanup.js
var cancelled = { budgetSeconds: 7, lookSeconds: 4, attemptSeconds: 3 };
var failed = { budgetSeconds: 180, lookSeconds: 60, attemptSeconds: 15 };
var afterwards = { budgetSeconds: 180, lookSeconds: 90, attemptSeconds: 15 };
async function cleanUp(options) {
  const clean = options.onFailure === "delete" ? removeFrom(options) : async (place) => keep(options, place);
  const reports = await Promise.all(options.places.map(clean));
  return {
    done: reports.every(({ done }) => done),
    kept: reports.flatMap(({ kept }) => kept),
    removed: reports.flatMap(({ removed }) => removed),
    remaining: reports.flatMap(({ remaining }) => remaining),
    unknown: reports.flatMap(({ unknown }) => unknown)
  };
}
function removeFrom(options) {
  const { ec2In, clock, log, haste } = options;
  return async (place) => {
    const what = place.imageId ?? "the image of this bake, whose ID EC2 has not told,";
    log.info(`Cleaning up: removing ${what} with its snapshots from ${place.region}`);
    const removal = await removeImage({
      ...options,
      ...place,
      ec2: ec2In(place.region),
      scope: "bake",
      lookSeconds: haste.lookSeconds,
      until: clock.now() + haste.budgetSeconds * 1e3,
      attemptSeconds: haste.attemptSeconds
    });
    return told({ ...options, region: place.region }, removal);
  };
}
function told({ log, region, key }, removal) {
  const { removed, remaining, complete, gaveUp } = removal;
  for (const id of removed)
    log.info(`Removed ${id}`);
  const done = complete && remaining.length === 0;
  const filter = `--region ${region} --filters Name=tag:bake-ami:key,Values=${key}`;
  const commands = [
    `aws ec2 describe-images --owners self ${filter}`,
    `aws ec2 describe-snapshots --owner-ids self ${filter}`
  ];
  const unknown = gaveUp === void 0 ? [] : [{ reason: gaveUp, commands }];
  return { done, kept: [], removed, remaining, unknown };
}
async function removeLeftover(options) {
  const { ec2In, clock, log, onFailure, region, imageId, state } = options;
  log.info(`${imageId} (${state}) in ${region} was left by an earlier attempt of this workflow run`);
  if (onFailure !== "delete")
    return keep(options, { region, imageId });
  const removal = await removeImage({
    ...options,
    ec2: ec2In(region),
    scope: "image",
    // Failed images may have no snapshots at all.
    expectedSnapshots: 0,
    lookSeconds: 0,
    until: clock.now() + failed.budgetSeconds * 1e3,
    attemptSeconds: failed.attemptSeconds
  });
  return told(options, removal);
}
function onFailureOf(wanted, parameters = []) {
  return wanted === "delete" && parameters.length > 0 ? "published" : wanted;
}
function warnOfRemnants(log, report2) {
  for (const { id, reason, command: command2 } of report2.remaining) {
    log.warning(`${id} could not be removed (${reason}). It is charged until it is. To remove it: ${command2}`, "Left behind");
  }
  for (const { reason, commands } of report2.unknown) {
    log.warning(`The clean-up could not look for everything that this bake made (${reason}). What is left is charged until it is removed. To look: ${commands.join("; ")}`, "Left behind");
  }
}
function keep({ log, key, onFailure }, { region, imageId }) {
  const command2 = imageId === void 0 ? `aws ec2 describe-images --region ${region} --owners self --filters Name=tag:bake-ami:key,Values=${key}` : `aws ec2 deregister-image --region ${region} --image-id ${imageId} --delete-associated-snapshots`;
  const what = imageId ?? `The image of this bake in ${region}, if there is one,`;
  const why = onFailure === "keep" ? ", as `on-failure: keep` asks for" : ", since an SSM parameter may name it";
  const how = imageId === void 0 ? "To look for it" : "To remove it";
  log.warning(`${what} is kept${why}. It is charged until it is removed. ${how}: ${command2}`, "Kept");
  return {
    done: true,
    kept: imageId === void 0 ? [] : [imageId],
    removed: [],
    remaining: [],
    unknown: []
  };
}

// lib/clock.js
var systemClock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
    if (signal?.aborted)
      return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", onAbort, { once: true });
  })
};

// lib/github/cancellation.js
import { createHash } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
var signals = ["SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"];
var markerPollMilliseconds = 500;
function cancellationOfMain(runner) {
  const controller = watched(runner);
  watchForPostStep(runner.env, controller);
  return controller.signal;
}
function cancellationOfPost(runner) {
  const marker = markerOf(runner.env);
  if (marker !== void 0)
    writeFileSync(marker, "");
  return watched(runner).signal;
}
function watched(runner) {
  const controller = new AbortController();
  for (const name2 of signals) {
    runner.on(name2, () => controller.abort(new CancelledError(`The step was cancelled (${name2}).`)));
  }
  for (const stream of [runner.stdout, runner.stderr]) {
    stream.on("error", (error2) => {
      controller.abort(new CancelledError(`The log was closed (${error2.code ?? error2.message}).`));
    });
  }
  return controller;
}
function watchForPostStep(environment, controller) {
  const marker = markerOf(environment);
  if (marker === void 0)
    return;
  rmSync(marker, { force: true });
  const timer = setInterval(() => {
    if (!existsSync(marker))
      return;
    clearInterval(timer);
    controller.abort(new SupersededError("The post step of this step has begun, so this one stops."));
  }, markerPollMilliseconds);
  timer.unref();
}
function markerOf(environment) {
  const { RUNNER_TEMP, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION } = environment;
  if (!RUNNER_TEMP)
    return void 0;
  const step = JSON.stringify([GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION]);
  return join(RUNNER_TEMP, `bake-ami-post-${createHash("sha256").update(step).digest("hex").slice(0, 16)}`);
}

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command2, properties, message) {
  const cmd = new Command(command2, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name2, message = "") {
  issueCommand(name2, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command2, properties, message) {
    if (!command2) {
      command2 = "missing.command";
    }
    this.command = command2;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command2, message) {
  const filePath = process.env[`GITHUB_${command2}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command2}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e2) {
        reject(e2);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e2) {
        reject(e2);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text2, addEOL = false) {
    this._buffer += text2;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows2) {
    const tableBody = rows2.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text2, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text2, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text2, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text2, href) {
    const element = this.wrap("a", text2, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name2, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name2, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name: name2 }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name2) {
  issue("group", name2);
}
function endGroup() {
  issue("endgroup");
}
function saveState(name2, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name2, value));
  }
  issueCommand("save-state", { name: name2 }, toCommandValue(value));
}

// lib/github/sanitise.js
function sanitise(text2) {
  return withoutInvisibles(text2.toWellFormed()).split("\n").map(withoutCommand).join("\n");
}
function sanitiseLine(text2) {
  return sanitise(text2.replace(lineEnds, " ")).trim();
}
var lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
var escapeCharacter = "\x1B";
var terminalSequences = new RegExp(`${escapeCharacter}(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\n\\u0007${escapeCharacter}]*(?:\\u0007|${escapeCharacter}\\\\))`, "g");
var invisibles = new RegExp("[[\\p{Cc}\\p{Bidi_Control}\\u00ad\\u200b\\u2060-\\u2064\\ufeff\\u{e0000}-\\u{e007f}]--[\\n\\t]]", "gv");
function withoutInvisibles(text2) {
  return text2.replace(lineEnds, "\n").replace(terminalSequences, "").replace(invisibles, "");
}
var commandStart = /^([\s\p{Default_Ignorable_Code_Point}]*):(?=:)/u;
function withoutCommand(line) {
  return line.replaceAll("##[", "## [").replace(commandStart, "$1: ");
}

// lib/github/log.js
var annotationCharacters = 4096;
var annotationsPerKind = 10;
var titleCharacters = 255;
var annotations = { notice, warning, error };
function createLog() {
  const counts = { notice: 0, warning: 0, error: 0 };
  function annotate(kind, message, title) {
    counts[kind] += 1;
    const ending = counts[kind] === annotationsPerKind ? lastOfItsKind(kind) : "";
    const safe = sanitise(message);
    const fits = safe.length + ending.length <= annotationCharacters;
    if (!fits)
      info(safe);
    const text2 = fits ? safe + ending : shortened(safe, wholeIsAbove + ending);
    annotations[kind](text2, title === void 0 ? {} : { title: cut(sanitiseLine(title), titleCharacters) });
  }
  return {
    info: (message) => info(sanitise(message)),
    notice: (message, title) => annotate("notice", message, title),
    warning: (message, title) => annotate("warning", message, title),
    error: (message, title) => annotate("error", message, title),
    group: (title, lines) => {
      startGroup(sanitiseLine(title));
      for (const line of lines)
        info(sanitise(line));
      endGroup();
    }
  };
}
var wholeIsAbove = "\u2026\n(Cut: the whole message is in the log, right above this one.)";
function lastOfItsKind(kind) {
  return `
(GitHub shows ${annotationsPerKind} annotations of a kind for a step: any further ${kind} is in the log only.)`;
}
function shortened(message, ending) {
  return cut(message, annotationCharacters - ending.length) + ending;
}

// lib/github/oidc.js
init_node_http();
import { text } from "node:stream/consumers";
function gitHubIdToken(environment) {
  const agents = httpAgents(environment);
  return async (audience, signal) => {
    const { address, bearer } = requestOf(environment, audience);
    const answer = await get(address, bearer, agents, signal);
    if (answer.status !== 200)
      throw refusal(answer.status);
    const token = tokenOf(answer.body);
    setSecret(token);
    return token;
  };
}
function requestOf(environment, audience) {
  const url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (!url || !bearer) {
    throw new BakeError("GitHub gives this job no OIDC token: it lacks the permission for it.", {
      remedy: permissionRemedy2
    });
  }
  const address = URL.parse(url);
  if (address === null)
    throw new BakeError("ACTIONS_ID_TOKEN_REQUEST_URL holds no URL.");
  address.searchParams.set("audience", audience);
  return { address, bearer };
}
var permissionRemedy2 = "Give the job `permissions: { id-token: write, contents: read }`; a workflow that calls this one has to give it as well. Pull requests from forks get no OIDC tokens.";
function get(address, bearer, agents, signal) {
  const plain = address.protocol === "http:";
  const options = {
    agent: plain ? agents.httpAgent : agents.httpsAgent,
    headers: { accept: "application/json", authorization: `Bearer ${bearer}`, "user-agent": "bake-ami" },
    signal
  };
  return new Promise((resolve, reject) => {
    const request = (plain ? node_http_default : node_https_default).request(address, options, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    request.on("error", reject);
    request.end();
  });
}
function refusal(status) {
  const message = `GitHub answered the request for an OIDC token with HTTP ${status}.`;
  if (status === 408 || status === 429 || status >= 500)
    return new Error(message);
  return new BakeError(message, { remedy: permissionRemedy2 });
}
function tokenOf(body) {
  const value = valueIn(body);
  if (typeof value !== "string" || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) {
    throw new Error("GitHub answered the request for an OIDC token with something else.");
  }
  return value;
}
function valueIn(body) {
  try {
    const answer = JSON.parse(body);
    return typeof answer === "object" && answer !== null && "value" in answer ? answer.value : void 0;
  } catch {
    return void 0;
  }
}

// lib/github/role.js
function roleOf(roleArn, environment, log) {
  if (roleArn === void 0)
    return void 0;
  return {
    roleArn,
    sessionName: sessionName(environment["GITHUB_RUN_ID"] ?? "", environment["GITHUB_RUN_ATTEMPT"] ?? ""),
    idToken: gitHubIdToken(environment),
    onTrouble: (message) => log.info(message),
    onSecret: setSecret
  };
}

// lib/github/input-forms.js
var instanceIdForm = /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
var amiIdForm = /^ami-[0-9a-f]{8,32}$/;
var snapshotIdForm = /^snap-[0-9a-f]{8,32}$/;
var regionForm = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,2}-[1-9][0-9]?$/;

// lib/github/input-given.js
var shownCharacters = 100;
var shownOfOneWord = 16;
function given(value) {
  if (value.length <= shownCharacters)
    return `"${visible(value)}"`;
  const words = /^.*[^\p{L}\p{N}+/=._-]/su.exec(value.slice(0, shownCharacters))?.[0].trimEnd();
  return `"${visible(words || value.slice(0, shownOfOneWord))}\u2026" (${value.length} characters)`;
}
var unseen = new RegExp("[[\\p{Z}\\p{C}]--[ ]]", "gv");
var shortForms = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function visible(text2) {
  return text2.replace(unseen, (character) => shortForms.get(character) ?? codePoint(character));
}
function codePoint(character) {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

// lib/github/input-role.js
var roleArnForm = /^arn:aws(?:-[a-z]+){0,3}:iam::[0-9]{12}:role\/(?:[!-~]{1,510}\/)?[A-Za-z0-9_+=,.@-]{1,64}$/;
var role = (text2, report2) => {
  if (text2 === "" || roleArnForm.test(text2))
    return text2 || void 0;
  report2(`${given(text2)} is not the ARN of an IAM role, such as \`arn:aws:iam::123456789012:role/bake\`${hint(text2)}`);
  return void 0;
};
function hint(text2) {
  const bare = text2.replace(/^(["'`])(.*)\1$/, "$2");
  if (bare !== text2 && roleArnForm.test(bare))
    return `. Leave out the quotes: \`${bare}\``;
  const lower = text2.replace(/^[^/]*/, (beginning) => beginning.toLowerCase());
  if (lower !== text2 && roleArnForm.test(lower))
    return `. Write it in lower case: \`${lower}\``;
  return otherHint(text2);
}
function otherHint(text2) {
  if (/^[0-9]+$/.test(text2)) {
    return text2.length === 12 ? `. That is an account ID: ${wholeArn(text2)}` : "";
  }
  if (/^[A-Za-z0-9_+=,.@-]{1,64}$/.test(text2)) {
    return `. That is a name: ${wholeArn("ACCOUNT-ID", text2)}`;
  }
  const assumed = /^arn:(aws[a-z-]*):sts::([0-9]{12}):assumed-role\/([^/]+)(?:\/|$)/.exec(text2);
  if (assumed !== null) {
    const [, partition, account2, name2] = assumed;
    return `. That is a session of a role. The ARN of the role, if it has no path: \`arn:${partition}:iam::${account2}:role/${name2}\``;
  }
  const [, account] = /^arn:aws[a-z-]*:iam::([0-9]*):role\/./.exec(text2) ?? [];
  if (account !== void 0 && account.length !== 12) {
    return `. Its account ID has ${account.length} digits, not 12`;
  }
  const [, kind] = /^arn:aws[a-z-]*:iam::[0-9]*:([a-z-]+)(?:\/|$)/.exec(text2) ?? [];
  const what = others.get(kind ?? "");
  return what === void 0 ? "" : `. That is ${what}`;
}
function wholeArn(account, name2 = "NAME") {
  return `give the whole ARN, \`arn:aws:iam::${account}:role/${name2}\``;
}
var others = /* @__PURE__ */ new Map([
  ["group", "a group"],
  ["instance-profile", "an instance profile: give the ARN of the role in it"],
  ["oidc-provider", "the identity provider: give the ARN of a role that trusts it"],
  ["policy", "a policy: give the ARN of a role that has it"],
  ["root", "an account: give the ARN of a role in it"],
  ["user", "a user, which cannot be assumed: give the ARN of a role that trusts GitHub"]
]);

// lib/github/state.js
var name = "bake";
function saveState2(state) {
  saveState(name, JSON.stringify(state));
}
function readState(environment) {
  const text2 = environment[`STATE_${name}`];
  if (!text2)
    return none("the main step saved no state, for it ended before it created anything");
  const saved = parse(text2);
  if (saved === void 0)
    return none("the saved state is not a JSON object");
  if (saved["version"] !== 1)
    return none("the saved state is of another version of the action");
  const wrong = fields.find(([field, isRight]) => !isRight(saved[field]));
  if (wrong)
    return none(`the saved state has no valid \`${wrong[0]}\``);
  return { state: pick(saved), reason: void 0 };
}
var fields = [
  ["phase", oneOf("creating", "created", "done")],
  ["region", matching(regionForm)],
  ["key", matching(/^[0-9a-f]{32}$/)],
  // EC2's rule for the names of AMIs, ImageName of CreateImage.
  ["amiName", matching(/^[A-Za-z0-9()[\] ./'@_-]{3,128}$/)],
  ["amiId", optional(matching(amiIdForm))],
  ["copies", optional(copies)],
  ["reused", optional((value) => typeof value === "boolean")],
  ["gone", optional(amiIds)],
  ["onFailure", oneOf("delete", "keep", "published")],
  ["expectedSnapshots", optional(wholeNumber)],
  ["roleToAssume", optional(matching(roleArnForm))]
];
function pick(saved) {
  const present = fields.map(([field]) => [field, saved[field]]).filter(([, value]) => value !== void 0);
  return { version: 1, ...Object.fromEntries(present) };
}
function none(reason) {
  return { state: void 0, reason };
}
function parse(text2) {
  try {
    const value = JSON.parse(text2);
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return void 0;
    return value;
  } catch {
    return void 0;
  }
}
function matching(form) {
  return (value) => typeof value === "string" && form.test(value);
}
function oneOf(...accepted) {
  return (value) => typeof value === "string" && accepted.includes(value);
}
function optional(isRight) {
  return (value) => value === void 0 || isRight(value);
}
function amiIds(value) {
  return Array.isArray(value) && value.every(matching(amiIdForm));
}
function copies(value) {
  if (!Array.isArray(value))
    return false;
  return value.every((copy) => {
    if (typeof copy !== "object" || copy === null)
      return false;
    const { region, amiId, ...others2 } = copy;
    const isRight = matching(regionForm)(region) && optional(matching(amiIdForm))(amiId);
    return isRight && Object.keys(others2).length === 0;
  });
}
function wholeNumber(value) {
  return Number.isSafeInteger(value) && value >= 0;
}

export {
  CopyImage$,
  CreateImage$,
  CreateTags$,
  DescribeImageAttribute$,
  DescribeInstanceTypes$,
  DescribeRegions$,
  DescribeSnapshotAttribute$,
  EnableImageDeprecation$,
  EnableImageDeregistrationProtection$,
  GetImageBlockPublicAccessState$,
  ModifyImageAttribute$,
  ModifySnapshotAttribute$,
  command,
  _ep0,
  _mw0,
  BakeError,
  ProblemsError,
  CancelledError,
  SupersededError,
  messageOf,
  causesOf,
  UnreadableAnswerError,
  errorKind,
  isPassing,
  awsErrorFacts,
  encodedRefusalIn,
  describeAwsError,
  defaultPatienceSeconds,
  defaultAttemptSeconds,
  PatientClient,
  retryMilliseconds,
  awsAccess,
  longestTagKey,
  longestTagValue,
  awsPrefix,
  ownPrefix,
  withoutControls,
  cut,
  listCharacters,
  excerpt,
  keyTag,
  familyTag,
  stateTag,
  commitTag,
  provenanceTags,
  readied,
  unfinishedTags,
  tagsOfResumed,
  isSameAttempt,
  allTags,
  overridden,
  tagListProblems,
  awsFailure,
  callOf,
  denialIn,
  permissionRemedy,
  inspectInstance,
  instanceState,
  isPassingState,
  describeImages,
  describeSnapshots,
  describeImage,
  imagesOfKey,
  carriesKey,
  keyOf,
  bakeStateOf,
  snapshotsOf,
  removeImage,
  cancelled,
  failed,
  afterwards,
  cleanUp,
  removeLeftover,
  onFailureOf,
  warnOfRemnants,
  systemClock,
  cancellationOfMain,
  cancellationOfPost,
  given,
  instanceIdForm,
  amiIdForm,
  snapshotIdForm,
  regionForm,
  role,
  summary,
  setOutput,
  sanitise,
  createLog,
  roleOf,
  saveState2 as saveState,
  readState
};
