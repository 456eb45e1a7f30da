namespace Sward.Mall.Addresses;

/// <summary>Where an account has its parcels sent.</summary>
internal sealed class Address
{
    public long Id { get; init; }
    [Personal]
    public long AccountId { get; init; }
    [Personal]
    public required string Name { get; set; }
    [Personal]
    public required string Phone { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [Personal]
    public required string Country { get; set; }
    [Personal]
    public required string Region { get; set; }
    [Personal]
    public required string City { get; set; }
    [Personal]
    public string District { get; set; } = "";
    [Personal]
    public required string Line { get; set; }
    [Personal]
    public string Postcode { get; set; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<Address>
    {
        public void Configure(EntityTypeBuilder<Address> address)
        {
            address.Property(a => a.Id).ValueGeneratedNever();
            address.Property(a => a.Name).HasMaxLength(60);
            address.Property(a => a.Phone).HasMaxLength(30);
            address.Property(a => a.Country).HasMaxLength(2);
            address.Property(a => a.Region).HasMaxLength(60);
            address.Property(a => a.City).HasMaxLength(60);
            address.Property(a => a.District).HasMaxLength(60);
            address.Property(a => a.Line).HasMaxLength(200);
            address.Property(a => a.Postcode).HasMaxLength(20);
            address.HasIndex(a => new { a.AccountId, a.Id });
        }
    }
}
